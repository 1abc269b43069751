import { isAccepted, nearestOnGrid, pathOf, plainText } from '@preceptor/assessment';
import { uuidv7 } from '@preceptor/tracking';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { DeliveryError } from '../delivery/delivery.js';
import { idsOf, pairsOf } from '../items/answer.js';
import { Area, escaped } from '../items/hotspot.js';
import { OptionList } from '../items/option-list.js';
import { Arrow } from '../items/ordering.js';
import { gradedVerdictOf, Said, verdictOf } from '../items/said.js';
import { SelectRows } from '../items/select-rows.js';
import { wholeVerdict } from '../items/whole-verdict.js';
import { Html } from '../reading/html.js';
import { useApp } from '../session/app.js';

/** What `kinds.js` takes from the player, by module: the build leaves these imports to it. */
export const offeredToKinds = {
  'preact/jsx-runtime': { Fragment, jsx, jsxs },
  'preact/hooks': { useEffect, useId, useLayoutEffect, useRef, useState },
  '@preceptor/assessment': { isAccepted, nearestOnGrid, pathOf, plainText },
  '@preceptor/tracking': { uuidv7 },
  'items/answer': { idsOf, pairsOf },
  'items/hotspot': { Area, escaped },
  'items/option-list': { OptionList },
  'items/ordering': { Arrow },
  'items/said': { gradedVerdictOf, Said, verdictOf },
  'items/select-rows': { SelectRows },
  'items/whole-verdict': { wholeVerdict },
  'delivery/delivery': { DeliveryError },
  'reading/html': { Html },
  'session/app': { useApp },
};
