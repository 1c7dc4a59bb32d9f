/** What each command is called, and what its dialog says will happen. */
export interface CommandText {
  button: string;
  heading: string;
  /** What will happen, in sentences. */
  says: (title: string) => string[];
  confirm: string;
  /** The label of the reason that the command asks for. */
  reason?: string;
  hint?: string;
  danger?: boolean;
  /** Whether its answer waits until every enforcer has confirmed. */
  waits?: boolean;
  done: string;
}

export const commands: Record<string, CommandText> = {
  request: {
    button: "Request",
    heading: "Request this agreement?",
    says: (title) => [`The agency is asked for “${title}” as it stands now. It may accept, change or refuse it.`],
    confirm: "Request it",
    done: "Requested. The agency answers next.",
  },
  offer: {
    button: "Offer",
    heading: "Offer this agreement?",
    says: (title) => [
      `“${title}” is offered to the recipient as it stands now. The recipient may accept, change or refuse it.`,
    ],
    confirm: "Offer it",
    done: "Offered. The recipient answers next.",
  },
  accept: {
    button: "Accept",
    heading: "Accept what the other party proposed?",
    says: (title) => [
      `You take “${title}” word for word as it stands.`,
      "Where a review board is named it decides next; otherwise both parties sign.",
    ],
    confirm: "Accept it",
    done: "Accepted.",
  },
  refuse: {
    button: "Refuse …",
    heading: "Refuse this agreement?",
    says: (title) => [`The talks about “${title}” end here. It cannot be taken up again; a new draft can be written.`],
    confirm: "Refuse it",
    reason: "Why is it refused?",
    hint: "The reason is kept and shown to the other party.",
    danger: true,
    done: "Refused.",
  },
  sign: {
    button: "Sign",
    heading: "Sign this agreement?",
    says: (title) => [
      `You sign “${title}” for your party. The signature is over the hash shown below, which stands for every word of it.`,
      "It is made with your party’s key, and kept for everybody to check.",
    ],
    confirm: "Sign it",
    done: "Signed.",
    waits: true,
  },
  suspend: {
    button: "Suspend …",
    heading: "Suspend this agreement?",
    says: (title) => [
      `Nothing more flows under “${title}” until it is resumed. Records that come in the meantime are withheld and counted.`,
    ],
    confirm: "Suspend now",
    reason: "Why is it suspended?",
    hint: "The reason is kept and shown to the recipient.",
    danger: true,
    waits: true,
    done: "Suspended, and confirmed.",
  },
  resume: {
    button: "Resume",
    heading: "Resume this agreement?",
    says: (title) => [`Records flow under “${title}” again from now on. What was withheld in between stays withheld.`],
    confirm: "Resume now",
    waits: true,
    done: "Resumed, and confirmed.",
  },
  revoke: {
    button: "Revoke …",
    heading: "Revoke this agreement?",
    says: (title) => [
      `The flow under “${title}” stops at once and for good, and every open page stops showing it.`,
      "It cannot be taken back; to share again you make a new agreement. The recipient must destroy what it received.",
    ],
    confirm: "Revoke now",
    reason: "Why is it revoked?",
    hint: "The reason is kept with the agreement and shown to its recipient.",
    danger: true,
    waits: true,
    done: "Revoked, and confirmed.",
  },
  withdraw: {
    button: "Withdraw …",
    heading: "Withdraw from this agreement?",
    says: (title) => [
      `Your party ends “${title}”. The flow stops at once and for good, and you must destroy what you received.`,
    ],
    confirm: "Withdraw now",
    reason: "Why do you withdraw?",
    hint: "The reason is kept and shown to the agency.",
    danger: true,
    waits: true,
    done: "Withdrawn, and confirmed.",
  },
  terminate: {
    button: "Terminate for breach …",
    heading: "Terminate this agreement?",
    says: (title) => [
      `“${title}” ends because it was broken. The flow stops at once and for good, and the recipient must destroy what it received.`,
    ],
    confirm: "Terminate now",
    reason: "What was broken?",
    hint: "The reason is kept and shown to the recipient.",
    danger: true,
    waits: true,
    done: "Terminated, and confirmed.",
  },
  "rotate-keys": {
    button: "Rotate the pseudonyms’ keys",
    heading: "Rotate the keys?",
    says: (title) => [
      `From now on pseudonyms under “${title}” are made with a new key: the same vehicle gets another pseudonym than before.`,
      "What was shared earlier cannot be linked with what comes.",
    ],
    confirm: "Rotate now",
    waits: true,
    done: "The keys were rotated.",
  },
  certificate: {
    button: "Certify destruction …",
    heading: "Certify that everything was destroyed?",
    says: (title) => [
      `You say, for the recipient, that nothing received under “${title}” is held any more, in any store.`,
    ],
    confirm: "Certify",
    reason: "What was destroyed, and how?",
    hint: "Name the stores, for example: database tables, exports, backups.",
    done: "Certified.",
  },
  close: {
    button: "Close",
    heading: "Close this agreement?",
    says: (title) => [`Nothing is left to do for “${title}”. It stays readable, with its receipts.`],
    confirm: "Close it",
    done: "Closed.",
  },
  "confirm-emergency": {
    button: "Confirm the emergency",
    heading: "Confirm this emergency agreement?",
    says: (title) => [
      `You are the second officer. With your word, records flow under “${title}” at once, without review board and signatures.`,
      "It ends by itself at its sunset. Your name is kept with it.",
    ],
    confirm: "Confirm, and share now",
    waits: true,
    done: "Confirmed: it is in force.",
  },
};

export const commandFrame = {
  count: "Records destroyed",
  countHint: "As a number; 0 where none were kept.",
  countWrong: "Give a whole number, 0 or more.",
  missing: "Give the reason: it is kept with the agreement.",
  hash: "The hash you sign",
  outside: "My party keeps its key itself: enter a signature made elsewhere",
  keyId: "Name of the registered key",
  signature: "Signature (base64)",
  signatureHint: "Ed25519 over the text of the hash above, as UTF-8.",
  bothOrNone: "Give both, or leave both empty to sign with the key that the hub keeps.",
  redraft: "Edit the draft",
  counter: "Propose changes",
  amend: "Write an amendment",
  regular: "Make it a regular agreement",
};
