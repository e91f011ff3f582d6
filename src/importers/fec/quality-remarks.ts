import { isValidSiren, type Remark } from '../../contribution';
import { showEuros } from './amounts';
import { showDate } from './dates';
import type { FecLedger } from './model';
import type { MakeRemark } from './remarks';

/** What is wrong or unusual in the files themselves. */
export function qualityRemarks(ledger: FecLedger, remark: MakeRemark): Remark[] {
  return [
    ...balanceRemarks(ledger, remark),
    ...lineRemarks(ledger, remark),
    ...identityRemarks(ledger, remark),
    ...carriedRemarks(ledger, remark),
  ];
}

function balanceRemarks({ debit, credit, unbalanced }: FecLedger, remark: MakeRemark): Remark[] {
  const found: Remark[] = [];
  if (debit !== credit) {
    found.push(
      remark(
        'blocking',
        'unbalanced_file',
        `Débit ${showEuros(debit)}, crédit ${showEuros(credit)} : l’écart est de ${showEuros(debit - credit)}. Le fichier est incomplet ou abîmé ; exportez-le à nouveau avant d’utiliser ces montants.`,
      ),
    );
  }
  const [worst] = unbalanced.largest;
  if (worst) {
    found.push(
      remark(
        'warning',
        'unbalanced_entries',
        `${unbalanced.count} écriture(s) ne sont pas équilibrées ; la plus grosse est l’écriture ${worst.entry || 'sans numéro'} du journal ${worst.journal}, le ${showDate(worst.date)} (« ${worst.file} », ligne ${worst.line}) : écart de ${showEuros(worst.difference)}.`,
      ),
    );
  }
  return found;
}

function lineRemarks({ counts, rejected, withHeadings, numbered }: FecLedger, remark: MakeRemark): Remark[] {
  const found: Remark[] = [];
  if (counts.rejected > 0) {
    const named = rejected.slice(0, 3).map((one) => `ligne ${one.line} (${one.reason})`);
    found.push(
      remark(
        'blocking',
        'rejected_lines',
        `${counts.rejected} ligne(s) sur ${counts.lines} n’ont pas pu être lues : ${named.join(', ')}. Corrigez-les ou exportez le fichier à nouveau.`,
      ),
    );
  }
  if (counts.repaired > 0) {
    found.push(
      remark(
        'warning',
        'repaired_lines',
        `${counts.repaired} ligne(s) ont un séparateur de trop dans un libellé : les montants ont été retrouvés à leur place.`,
      ),
    );
  }
  if (counts.rounded > 0) {
    found.push(
      remark(
        'warning',
        'rounded_amounts',
        `${counts.rounded} montant(s) ont plus de deux décimales : ils sont arrondis au centime.`,
      ),
    );
  }
  if (!withHeadings) {
    found.push(
      remark(
        'warning',
        'no_headings',
        'Le fichier n’a pas de ligne de titres : ses colonnes sont prises dans l’ordre légal.',
      ),
    );
  }
  if (!numbered) {
    found.push(
      remark(
        'warning',
        'unnumbered_entries',
        'Des écritures n’ont pas de numéro : elles ont été séparées là où débit et crédit s’équilibrent, dans l’ordre du fichier.',
      ),
    );
  }
  return found;
}

function identityRemarks(ledger: FecLedger, remark: MakeRemark): Remark[] {
  const { siren, closing, closingKnownBy, firstDate, lastDate } = ledger;
  const found: Remark[] = [];
  if (!isValidSiren(siren)) {
    const what = siren === '' ? 'ne dit pas de SIREN' : `dit le SIREN ${siren}, qui est inexact`;
    found.push(
      remark(
        'warning',
        'no_siren',
        `Le nom du fichier ${what} : un FEC se nomme <SIREN>FEC<AAAAMMJJ>.txt. Vérifiez de quel organisme il s’agit.`,
      ),
    );
  }
  const year = Math.floor(closing / 10_000);
  if (closingKnownBy === 'entries') {
    found.push(
      remark(
        'warning',
        'closing_from_entries',
        `Le nom du fichier ne dit pas la date de clôture : l’exercice ${year} est déduit de la dernière écriture (${showDate(lastDate)}).`,
      ),
    );
  } else if (lastDate > closing || Math.floor(lastDate / 10_000) < year - 1) {
    found.push(
      remark(
        'warning',
        'dates_outside',
        `Le nom du fichier dit une clôture au ${showDate(closing)}, mais les écritures vont du ${showDate(firstDate)} au ${showDate(lastDate)} : vérifiez le fichier.`,
      ),
    );
  }
  if (closing % 10_000 !== 1231 && closingKnownBy === 'name') {
    found.push(
      remark(
        'warning',
        'year_not_calendar',
        `L’exercice clos le ${showDate(closing)} est donné pour l’année ${year}.`,
      ),
    );
  }
  if (closing - firstDate >= 10_000) {
    found.push(
      remark(
        'warning',
        'more_than_a_year',
        `Les écritures vont du ${showDate(firstDate)} au ${showDate(lastDate)}, plus d’un exercice : les montants ${year} comprennent toute cette période.`,
      ),
    );
  }
  return found;
}

function carriedRemarks({ opening, closingEntries, accounts }: FecLedger, remark: MakeRemark): Remark[] {
  const found: Remark[] = [];
  const hasBalanceSheet = accounts.some((one) => /^[12]/.test(one.account));
  if (opening.knownBy === 'none' && hasBalanceSheet) {
    found.push(
      remark(
        'warning',
        'no_opening',
        'Aucune écriture d’à-nouveaux n’a été reconnue (journal nommé « à nouveau ») : s’il y en a, elles gonflent les achats et les investissements ; vérifiez le nom du journal.',
      ),
    );
  } else if (opening.knownBy === 'content') {
    found.push(
      remark(
        'warning',
        'opening_by_content',
        `Aucun journal ne se nomme « à nouveau » : ${opening.entries} écriture(s) du premier jour, ou de bilan (89), ont été prises pour des à-nouveaux et laissées de côté.`,
      ),
    );
  }
  if (closingEntries > 0) {
    found.push(
      remark(
        'warning',
        'closing_entries',
        `${closingEntries} écriture(s) de clôture (solde des charges et produits contre le compte 12) ont été laissées de côté.`,
      ),
    );
  }
  return found;
}
