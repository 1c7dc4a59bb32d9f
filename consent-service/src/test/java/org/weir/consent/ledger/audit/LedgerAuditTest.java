package org.weir.consent.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.consent.ledger.Entries;
import org.weir.consent.ledger.LogBatch;
import org.weir.consent.ledger.note.VerifierKey;

/** What an auditor finds in an exported ledger. */
class LedgerAuditTest {
    private static final String FEED = "riverton-transit.vehicle-positions";

    @Test
    void holds_whereEverythingIsAsItWas() {
        AuditReport report = Exports.audit(Exports.of(leaves(1_000)));

        assertThat(report.wrong()).isEmpty();
        assertThat(report.holds()).isTrue();
        assertThat(report.lines())
                .contains("Ledger test.weir/ledger: 1000 leaves.")
                .contains(FEED + " under riverton-speeds: 10000 accepted = 7000 shared + 2000 withheld"
                        + " {out-of-scope=2000} + 1000 quarantined.")
                .last()
                .asString()
                .startsWith("All holds");
    }

    @Test
    void holds_forALedgerWithoutLeaves() {
        assertThat(Exports.audit(Exports.of(List.of())).holds()).isTrue();
    }

    @Test
    void findsOut_whicheverByteIsAnother() {
        byte[] export = Exports.of(leaves(2));
        for (int at = 0; at < export.length; at++) {
            byte[] changed = export.clone();
            changed[at] ^= (byte) (1 << at % 8);
            assertThat(Exports.audit(changed).holds()).as("byte %d", at).isFalse();
        }
    }

    @Test
    void findsOut_whereBytesAreMissingOrTooMany() {
        byte[] export = Exports.of(leaves(2));
        for (int at = 0; at < export.length; at++) {
            byte[] shorter = Arrays.copyOf(export, export.length - 1);
            System.arraycopy(export, at + 1, shorter, at, export.length - at - 1);
            assertThat(Exports.audit(shorter).holds()).as("without %d", at).isFalse();
            assertThat(Exports.audit(Arrays.copyOf(export, at)).holds())
                    .as("only %d", at)
                    .isFalse();
        }
        assertThat(Exports.audit(Arrays.copyOf(export, export.length + 1)).holds())
                .isFalse();
        byte[] blank = Arrays.copyOf(export, export.length + 1);
        blank[export.length] = '\n';
        assertThat(Exports.audit(blank).holds()).isFalse();
    }

    @Test
    void findsOut_whoseKeySigned() throws IOException {
        byte[] raw = Exports.KEY.raw();
        raw[7] ^= 1;
        VerifierKey other = new VerifierKey(Exports.KEY.name(), raw);

        AuditReport report = new LedgerAudit(other).of(new ByteArrayInputStream(Exports.of(leaves(6))));

        assertThat(report.holds()).isFalse();
        assertThat(report.wrong()).singleElement().asString().contains("signature");
    }

    @Test
    void findsOut_whereLeavesChangedPlaces() {
        List<byte[]> leaves = leaves(6);
        String note = note(Exports.of(leaves));
        List<byte[]> swapped = new ArrayList<>(leaves);
        swapped.set(1, leaves.get(2));
        swapped.set(2, leaves.get(1));

        assertThat(Exports.audit(Exports.written(note, swapped)).wrong())
                .contains("The leaves do not give the root that was signed: one of them is not what it was.");
    }

    @Test
    void findsOut_whereASignedEntryDoesNotBalance() {
        assertThat(wrong(entry(5, 10, 7, 2, "[{\"partition\":0,\"from\":0,\"to\":10}]")))
                .containsExactly(
                        "Leaf 0, " + FEED + " under speeds: 10 records accepted, 9 shared, withheld or quarantined.");
        assertThat(wrong(entry(5, 10, 7, 3, "[{\"partition\":0,\"from\":0,\"to\":9}]")))
                .containsExactly("Leaf 0, " + FEED + " under speeds: 10 records from 9 offsets.");
    }

    @Test
    void findsOut_whereARecordIsAccountedForTwice_orNowhere() {
        assertThat(wrong(offsets(0, 10), offsets(9, 12)))
                .containsExactly("Leaf 1, " + FEED
                        + " under speeds, partition 0: of offsets 9 to 11 some were accounted for before.");
        assertThat(wrong(offsets(0, 10), offsets(12, 15)))
                .containsExactly(FEED + ", partition 0: offsets 10 to 11 are accounted for nowhere.");
        assertThat(wrong(offsets(5, 10), offsets(10, 15), offsets(0, 5))).isEmpty();
    }

    @Test
    void findsOut_whereARecordIsAccountedForNowhere_betweenTheEndOfOneAgreementAndTheBeginningOfAnother() {
        assertThat(wrong(offsets(0, 10), under("counts", offsets(12, 15))))
                .containsExactly(FEED + ", partition 0: offsets 10 to 11 are accounted for nowhere.");
        assertThat(wrong(offsets(0, 10), under("counts", offsets(8, 15)))).isEmpty();
    }

    @Test
    void takesAGap_forExplained_whereItIsAccountedForElsewhere_orTheHubSaysWhy() throws IOException {
        byte[] underNone = new String(offsets(10, 12), StandardCharsets.UTF_8)
                .replace("\"agreement\":\"speeds\",", "")
                .getBytes(StandardCharsets.UTF_8);
        AuditReport elsewhere = Exports.audit(Exports.of(List.of(offsets(0, 10), underNone, offsets(12, 15))));
        assertThat(elsewhere.holds()).isTrue();
        assertThat(elsewhere.remarks()).singleElement().asString().contains("offsets 10 to 11");

        LedgerAudit explained = new LedgerAudit(Exports.KEY);
        explained.explain(FEED, 0, 10, 12);
        assertThat(explained
                        .of(new ByteArrayInputStream(Exports.of(List.of(offsets(0, 10), offsets(12, 15)))))
                        .holds())
                .isTrue();
    }

    @Test
    void findsOut_whereAnEnforcerWentBackInTime_orAnEpochMeansTwoThings() {
        String offsets = "[{\"partition\":%d,\"from\":0,\"to\":10}]";
        assertThat(wrong(entry(5, 10, 7, 3, offsets.formatted(0)), entry(4, 10, 7, 3, offsets.formatted(1))))
                .containsExactly("Leaf 1: enforcer-1-0 worked by epoch 4 after epoch 5.");
        byte[] other = new String(entry(5, 10, 7, 3, offsets.formatted(1)), StandardCharsets.UTF_8)
                .replace("\"version\":1", "\"version\":2")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(wrong(entry(5, 10, 7, 3, offsets.formatted(0)), other))
                .containsExactly(
                        "Leaf 1, " + FEED + " under speeds: epoch 5 stands for two versions of the agreement.");
    }

    @Test
    void findsOut_whereALeafCannotBeRead() {
        for (String leaf : List.of(
                "",
                "{",
                "[]",
                "null",
                "{\"a\":1,\"a\":2}",
                "{\"enforcer\":\"\u0001\"}",
                "[".repeat(5_000),
                "\"\\u12")) {
            assertThat(wrong(leaf.getBytes(StandardCharsets.UTF_8)))
                    .singleElement()
                    .asString()
                    .startsWith("Leaf 0 cannot be read: ");
        }
    }

    private static List<String> wrong(byte[]... leaves) {
        AuditReport report = Exports.audit(Exports.of(List.of(leaves)));
        assertThat(report.holds()).isEqualTo(report.wrong().isEmpty());
        return report.wrong();
    }

    private static byte[] under(String agreement, byte[] entry) {
        return new String(entry, StandardCharsets.UTF_8)
                .replace("\"speeds\"", "\"" + agreement + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] offsets(long from, long to) {
        return entry(5, to - from, to - from, 0, "[{\"partition\":0,\"from\":%d,\"to\":%d}]".formatted(from, to));
    }

    private static byte[] entry(long epoch, long accepted, long shared, long withheld, String offsets) {
        return """
                {"enforcer":"enforcer-1-0","epoch":%d,"feed":"%s","agreement":"speeds","version":1,"accepted":%d,\
                "shared":%d,"withheld":{"sampled-out":%d},"quarantined":0,"offsets":%s,"at":"2026-03-02T04:30:00Z"}"""
                .formatted(epoch, FEED, accepted, shared, withheld, offsets)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> leaves(int count) {
        return Entries.batch(0, count).leaves().stream()
                .map(LogBatch.Leaf::bytes)
                .toList();
    }

    private static String note(byte[] export) {
        String text = new String(export, StandardCharsets.UTF_8);
        int from = text.indexOf('\n', ExportWriter.FORM.length()) + 1;
        // Behind the signature's line.
        return text.substring(from, text.indexOf('\n', text.indexOf('\u2014')) + 1);
    }
}
