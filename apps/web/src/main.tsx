import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import './look/mantine.js';
import './look/tokens.css';
import './look/page.css';
import './look/table.css';
import { colourSchemes, colourVariables, theme } from './look/theme.js';
import { router } from './routes.js';
import { client } from './session/client.js';
import { Session } from './session/Session.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={colourVariables} colorSchemeManager={colourSchemes} defaultColorScheme="auto">
      <Provider value={client}>
        <Session><RouterProvider router={router} /></Session>
      </Provider>
    </MantineProvider>
  </StrictMode>,
);
