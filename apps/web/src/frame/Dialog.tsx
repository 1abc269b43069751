import { Modal } from '@mantine/core';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import type { ReactNode } from 'react';

export function Dialog({ opened, close, title, children }: { opened: boolean; close: () => void; title: string; children: ReactNode }) {
  return (
    <Modal.Root opened={opened} onClose={close}>
      <Modal.Overlay />
      <Modal.Content>
        {/* A header outside of the page's sections would be announced as the site's banner. */}
        <Modal.Header role="presentation"><Modal.Title fw={620} lh={1.3}>{title}</Modal.Title><Modal.CloseButton aria-label="Close" /></Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
