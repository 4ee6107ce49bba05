export { FakeMail } from './fake-mail';
export { createSmtpMail, type SmtpSettings } from './smtp-mail';
