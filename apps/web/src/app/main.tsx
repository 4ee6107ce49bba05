import '@mantine/core/styles.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/i18n';
import { App } from './app';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element root');
const show = createRoot(root);
void startI18n().then(() => show.render(<App />));
