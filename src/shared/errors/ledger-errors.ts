/** The encrypted ledger file and its key file. */
export const ledgerErrors = {
  'ledger/locked': {
    message: 'The ledger is locked. Nothing was read or changed.',
    fix: 'Unlock it with your passphrase or recovery key.',
  },
  'ledger/already-open': {
    message: 'The ledger "{file}" is open already. Nothing was opened or changed.',
    fix: 'Lock it first; then open the other one.',
  },

  // Making one
  'ledger/exists': {
    message:
      'There is a file named "{file}" at that place already. It was left as it is, and no ledger was made.',
    fix: 'Open it if it is your ledger, or choose another name or folder for the new one.',
  },
  'ledger/bad-folder': {
    message: 'The folder of "{file}" does not exist and could not be made. Nothing was created.',
    fix: 'Choose a folder that exists and that you may write to.',
  },

  // Finding it
  'ledger/not-found': {
    message: 'There is no file "{file}" at that place. Nothing was created.',
    fix: 'Choose the ledger where it is now: it may have been moved or renamed, or its disk may not be connected.',
  },
  'ledger/too-small': {
    message: 'The file "{file}" has only {bytes} bytes, less than any ledger. It was not changed.',
    fix: 'Making it was broken off, or a copy is incomplete: use another copy or a backup; if you have just tried to make it, delete it and make it again.',
  },
  'ledger/is-link': {
    message: '"{file}" is a link to another place. Nothing was opened or changed.',
    fix: 'Open the ledger itself, where the link points: its key file lies there.',
  },
  'ledger/not-a-ledger': {
    message: '"{file}" is not a ledger of Hedgerow: {seen}. It was not changed.',
    fix: 'Choose the file that Hedgerow made; it usually ends in ".hedgerow".',
  },
  'ledger/not-encrypted': {
    message:
      '"{file}" is a database that is not encrypted, so it is not a ledger of Hedgerow. It was not changed.',
    fix: 'Choose the file that Hedgerow made; it usually ends in ".hedgerow".',
  },
  'ledger/other-app': {
    message: '"{file}" is an encrypted database of another program, or of another kind. It was not changed.',
    fix: 'Choose the file that Hedgerow made; it usually ends in ".hedgerow".',
  },
  'ledger/newer': {
    message:
      '"{file}" was written by a newer Hedgerow (version {version} of its format; this one knows {known}). It was not changed.',
    fix: 'Install the newest Hedgerow and open it there.',
  },

  // Its keys
  'ledger/keys-missing': {
    message:
      'The key file "{keys}" is not beside "{file}". Without it neither passphrase nor recovery key can open the ledger. Nothing was changed.',
    fix: 'Put "{keys}" from the place you copied the ledger from, or from a backup, into the same folder.',
  },
  'ledger/keys-damaged': {
    message:
      'The key file "{keys}" cannot be read, and there is no readable earlier one. Nothing was changed.',
    fix: 'Put "{keys}" from a backup into the folder of the ledger.',
  },
  'ledger/keys-unreasonable': {
    message:
      'The key file "{keys}" asks for more work than Hedgerow ever would ({asked}). It was not done, and nothing was changed.',
    fix: 'The key file does not come from Hedgerow: put the one from a backup into the folder of the ledger.',
  },
  'ledger/keys-of-another': {
    message:
      'The key file "{keys}" does not belong to "{file}": it is another ledger\'s, or the beginning of the ledger was overwritten. Nothing was changed.',
    fix: 'Put the key file that was made with this ledger beside it, or use a backup of both.',
  },
  'ledger/wrong-passphrase': {
    message: 'The passphrase does not open "{file}". No file was touched.',
    fix: "Try again (mind capital letters and the keyboard's language), or use the recovery key.",
  },
  'ledger/recovery-key-typo': {
    message: 'The recovery key is not written right: {reason}. No file was touched.',
    fix: 'Compare it with your print-out, group by group; it has nine groups of four letters and digits.',
  },
  'ledger/recovery-key-other': {
    message: 'The recovery key is written right but does not open "{file}". No file was touched.',
    fix: 'It belongs to another ledger, or to an earlier one of the same name: use the print-out made with this ledger.',
  },

  // Opening it
  'ledger/damaged': {
    message:
      'The passphrase or recovery key is right, but the contents of "{file}" are damaged. They were not changed.',
    fix: 'Keep the file as it is and open a backup.',
  },
  'ledger/in-use': {
    message: '"{file}" is open in another window or terminal. Nothing was changed.',
    fix: 'Lock it there first.',
  },
  'ledger/read-only': {
    message: '"{file}" or its folder may only be read. Nothing was changed.',
    fix: 'Copy the ledger and its key file to a folder that you may write to, and use it there.',
  },

  // Writing to it
  'ledger/disk-full': {
    message:
      'There is not enough space for "{file}" on its disk. Nothing of this was stored; what was stored before is safe.',
    fix: 'Free some space on that disk and try again.',
  },
  'ledger/disk-fault': {
    message:
      'The disk of "{file}" reported a fault ({fault}). Nothing of this was stored; what was stored before is safe.',
    fix: 'Check that the disk is still connected and healthy; then lock the ledger, open it and try again.',
  },
  'ledger/not-empty': {
    message:
      'A full export can only be taken into an empty ledger, and this one holds something: rows, tax details, prices or settings. Nothing was changed.',
    fix: 'Make a new ledger (in the terminal: hedgerow init), and import the full export there before you enter anything, tax details included.',
  },
  'ledger/export-beside': {
    message:
      'The file "{file}" is a full export of Hedgerow: it makes a whole ledger and cannot come together with other files. Nothing was imported.',
    fix: 'Import the full export alone, into an empty ledger; then the other files.',
  },
  'ledger/changed-meanwhile': {
    message:
      'The ledger was changed while it was written out, so the file would hold a part of each state. It is not whole.',
    fix: 'Delete the file, and export the ledger again.',
  },
  'ledger/export-newer': {
    message: 'The full export was made by a newer Hedgerow. Nothing was changed.',
    fix: 'Update Hedgerow, then import the file again.',
  },
  'ledger/export-damaged': {
    message:
      'The full export is damaged or was changed: what it holds is not what it says it holds. Nothing was changed.',
    fix: 'Export the ledger again, or take the file from a backup.',
  },
  'ledger/no-such-batch': {
    message: 'There is no import "{batch}" in the ledger. Nothing was changed.',
    fix: 'Look at the list of imports: it may have been taken back before, or never have been there.',
  },
  'ledger/tampered': {
    message:
      'The ledger was changed behind Hedgerow’s back: what is stored has another hash than the ledger keeps, or its chain of identification records is broken ({what}).',
    fix: 'Do not rely on its figures or records. Open a backup from before, and look who could reach the file and its passphrase.',
  },
  'ledger/record-before-last': {
    message:
      'The last identification record was written at {last}, which this computer’s clock has not reached yet. Nothing was changed.',
    fix: 'Set the clock of this computer right. Records are kept in the order in which they were written.',
  },
  'ledger/no-such-step': {
    message: 'The plan has no step "{step}". Nothing was changed.',
    fix: 'Look at the plan again: it may have been changed.',
  },
  'ledger/no-such-leg': {
    message: 'The plan has no leg "{leg}". Nothing was changed.',
    fix: 'Look at the plan again: it may have been changed.',
  },

  // What is put on record about lots
  'elections/unknown': {
    message: 'There is no choice "{id}". Nothing was changed.',
    fix: 'Use one of: {known}.',
  },
  'elections/unknown-value': {
    message: '"{value}" is no answer to "{title}". Nothing was changed.',
    fix: 'Use one of: {known}.',
  },
  'elections/account-unknown': {
    message: 'There is no account "{account}" in the ledger. Nothing was recorded.',
    fix: 'Use the id of one of your accounts: {known}.',
  },
  'elections/method-not-in-law': {
    message: 'Your tax law does not allow "{method}" for coins. Nothing was recorded.',
    fix: 'Use one of: {known}. {law}.',
  },
  'elections/order-earlier': {
    message: 'An order counts for sales after it is recorded, and {from} has passed. Nothing was recorded.',
    fix: 'Leave the time out: the order then holds from now on. If your own records kept elsewhere show that you made it then, say so ("kept elsewhere", --kept-elsewhere).',
  },
  'elections/lot-not-held': {
    message:
      'The lot "{lot}" is not among the {asset} lots that "{account}" holds now. Nothing was recorded.',
    fix: 'Take the lots from the list of lots of that account ("hedgerow lots" shows their ids). For coins sold already it is too late.',
  },
  'elections/lot-held-less': {
    message:
      'Of the lot "{lot}" you name {quantity} {asset}, but "{account}" holds {held}, and {taken} of them are named for other sales already. Nothing was recorded.',
    fix: 'Name at most what is left, and further lots for the rest.',
  },
  'elections/allocation-without-effect': {
    message:
      'You chose a list of lots for each account in all years, so on 2025-01-01 there is nothing to divide. Nothing was recorded.',
    fix: 'If your returns up to 2024 were made by one list for all accounts, choose that first under "Purchases before 2025".',
  },
  'elections/allocation-fixed': {
    message:
      'How basis was divided among your accounts at the start of 2025 has been on record since {recorded}. It is made once and cannot be changed (Rev. Proc. 2024-28). Nothing was recorded.',
    fix: 'Look at what is recorded under elections; ask an adviser if it does not match your books.',
  },
  'elections/allocation-lot-unknown': {
    message: 'There is no lot "{lot}" bought before 2025. Nothing was recorded.',
    fix: 'Use the ids of lots bought before 2025 ("hedgerow lots" shows those still held).',
  },
  'elections/allocation-lot-less': {
    message:
      '{quantity} {asset} of the lot "{lot}" are given to accounts, but it never was more than {held}. Nothing was recorded.',
    fix: 'Correct the quantities of that lot.',
  },
  'elections/allocation-account-less': {
    message:
      '"{account}" is given {quantity} {asset}, but it held {held} when 2025 began. Nothing was recorded.',
    fix: 'Correct the quantities for that account, or import what is missing there first.',
  },

  // Warnings of a ledger that opened
  'ledger/older-copy': {
    message:
      'This is an older state of "{file}": {missing} changes that were stored in it later are not there.',
    fix: 'If you did not put an older copy there yourself, look for the newer file before you go on.',
  },
  'ledger/other-history': {
    message:
      '"{file}" has not the history that its key file remembers: it was replaced by a copy that went its own way.',
    fix: 'If you did not put that copy there yourself, compare it with a backup before you go on.',
  },
  'ledger/keys-earlier': {
    message: 'The key file "{keys}" could not be read; the earlier one beside it was used in its place.',
    fix: 'If the passphrase was changed lately, the one before it may be needed; make a backup now.',
  },
} as const;
