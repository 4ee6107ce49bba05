import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session/session';
import { menuFor } from './menu';

const PAGE_KEYS = ['j', 'k', 'e', 'r', 'z'] as const;

/** Every key there is, in words. */
// oxlint-disable-next-line import/no-default-export -- what React.lazy asks for
export default function Help({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('common');
  const pages = menuFor(useMe()).filter(({ key }) => key !== undefined);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Table>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>
              <Kbd>⌘/Ctrl</Kbd> <Kbd>K</Kbd>
            </Table.Td>
            <Table.Td>{t('frame.find')}</Table.Td>
          </Table.Tr>
          {pages.map(({ id, key }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Kbd>g</Kbd> <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{t(`nav.${id}`)}</Table.Td>
            </Table.Tr>
          ))}
          {PAGE_KEYS.map((key) => (
            <Table.Tr key={key}>
              <Table.Td>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{t(`help.${key}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
