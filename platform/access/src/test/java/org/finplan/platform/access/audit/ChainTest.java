package org.finplan.platform.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to a stored chain by somebody who cannot write a new one is found, at the place where it was done. */
class ChainTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00.123456Z");

    @Property(tries = 100)
    void isWholeWhenNobodyTouchedIt(@ForAll @IntRange(min = 0, max = 30) int length) {
        List<ChainLink> chain = chain(length);
        Verification verification = verify(chain, chain);
        assertThat(verification.intact()).isTrue();
        assertThat(verification.checked()).isEqualTo(length);
        assertThat(verification.brokenAt()).isNull();
    }

    @Property(tries = 500)
    void showsARemovedRecord(
            @ForAll @IntRange(min = 1, max = 30) int length, @ForAll @IntRange(max = 29) int anywhere) {
        int index = anywhere % length;
        List<ChainLink> chain = chain(length);
        List<ChainLink> stored = new ArrayList<>(chain);
        stored.remove(index);
        broken(verify(stored, chain), index + 1L);
    }

    @Property(tries = 500)
    void showsAChangedField(
            @ForAll @IntRange(min = 1, max = 20) int length,
            @ForAll @IntRange(max = 19) int anywhere,
            @ForAll @IntRange(max = 11) int field) {
        int index = anywhere % length;
        List<ChainLink> chain = chain(length);
        List<ChainLink> stored = new ArrayList<>(chain);
        ChainLink link = stored.get(index);
        stored.set(index, new ChainLink(change(link.record(), field), link.previousHash(), link.hash()));
        broken(verify(stored, chain), index + 1L);
    }

    @Property(tries = 300)
    void showsAChangedRecordEvenWithAHashThatFits(
            @ForAll @IntRange(min = 2, max = 20) int length, @ForAll @IntRange(max = 18) int anywhere) {
        int index = anywhere % (length - 1);
        List<ChainLink> chain = chain(length);
        List<ChainLink> stored = new ArrayList<>(chain);
        ChainLink link = stored.get(index);
        stored.set(index, ChainLink.after(link.previousHash(), change(link.record(), 6)));
        broken(verify(stored, chain), index + 2L);
    }

    @Property(tries = 300)
    void showsTwoRecordsSwapped(
            @ForAll @IntRange(min = 2, max = 20) int length,
            @ForAll @IntRange(max = 19) int first,
            @ForAll @IntRange(min = 1, max = 19) int distance) {
        int one = first % (length - 1);
        int other = one + 1 + distance % (length - 1 - one);
        List<ChainLink> chain = chain(length);
        List<ChainLink> stored = new ArrayList<>(chain);
        stored.set(one, renumbered(chain.get(other), one + 1));
        stored.set(other, renumbered(chain.get(one), other + 1));
        broken(verify(stored, chain), one + 1L);
    }

    @Property(tries = 300)
    void showsARecordSlippedIn(
            @ForAll @IntRange(min = 1, max = 20) int length, @ForAll @IntRange(max = 20) int anywhere) {
        int index = anywhere % (length + 1);
        List<ChainLink> chain = chain(length);
        List<ChainLink> stored = new ArrayList<>(chain);
        byte[] previous = index == 0 ? ChainLink.start() : chain.get(index - 1).hash();
        stored.add(index, ChainLink.after(previous, record(index + 1, "slipped.in")));
        for (int i = index + 1; i < stored.size(); i++) {
            stored.set(i, renumbered(stored.get(i), i + 1));
        }
        Verification verification = verify(stored, chain);
        assertThat(verification.intact()).isFalse();
        assertThat(verification.brokenAt()).isBetween(index + 1L, index + 2L);
    }

    @Property(tries = 100)
    void showsATailCutOff(@ForAll @IntRange(min = 1, max = 20) int length, @ForAll @IntRange(max = 19) int anywhere) {
        int kept = anywhere % length;
        List<ChainLink> chain = chain(length);
        broken(verify(chain.subList(0, kept), chain), kept + 1L);
    }

    @Property(tries = 100)
    void tellsAbsentFromEmptyAndFieldsFromTheirNeighbours(@ForAll String left, @ForAll String right) {
        AuditRecord one = new AuditRecord(1, new UUID(0, 1), NOW, left, right, "", "a", "b", null, null, null, null);
        AuditRecord two =
                new AuditRecord(1, new UUID(0, 1), NOW, left + right, "", "", "a", "b", null, null, null, null);
        AuditRecord three = new AuditRecord(1, new UUID(0, 1), NOW, left, right, "", "a", "b", "", null, null, null);
        String hash = ChainLink.after(ChainLink.start(), one).hashText();
        assertThat(ChainLink.after(ChainLink.start(), three).hashText()).isNotEqualTo(hash);
        if (!right.isEmpty()) {
            assertThat(ChainLink.after(ChainLink.start(), two).hashText()).isNotEqualTo(hash);
        }
    }

    private static List<ChainLink> chain(int length) {
        List<ChainLink> chain = new ArrayList<>();
        byte[] hash = ChainLink.start();
        for (int i = 1; i <= length; i++) {
            ChainLink link = ChainLink.after(hash, record(i, "note.write"));
            chain.add(link);
            hash = link.hash();
        }
        return chain;
    }

    private static AuditRecord record(long sequence, String action) {
        return new AuditRecord(
                sequence,
                new UUID(7, sequence),
                NOW.plusSeconds(sequence),
                "somebody",
                "client",
                "city-officer",
                action,
                "/api/v1/x/" + sequence,
                sequence % 2 == 0 ? null : "441202",
                "detail",
                "request",
                "trace");
    }

    private static AuditRecord change(AuditRecord r, int field) {
        return new AuditRecord(
                field == 0 ? r.sequence() + 1 : r.sequence(),
                field == 1 ? new UUID(8, 8) : r.id(),
                field == 2 ? r.recordedAt().plusNanos(1000) : r.recordedAt(),
                field == 3 ? "nobody" : r.subject(),
                field == 4 ? "other" : r.client(),
                field == 5 ? "" : r.roles(),
                field == 6 ? "note.read" : r.action(),
                field == 7 ? "/" : r.resource(),
                field == 8 ? "441299" : r.region(),
                field == 9 ? null : r.detail(),
                field == 10 ? null : r.requestId(),
                field == 11 ? null : r.traceId());
    }

    private static ChainLink renumbered(ChainLink link, long sequence) {
        return new ChainLink(link.record().at(sequence), link.previousHash(), link.hash());
    }

    private static Verification verify(List<ChainLink> stored, List<ChainLink> written) {
        ChainCheck check = new ChainCheck();
        stored.forEach(check::accept);
        byte[] head = written.isEmpty()
                ? ChainLink.start()
                : written.get(written.size() - 1).hash();
        return check.end(written.size(), head);
    }

    private static void broken(Verification verification, long place) {
        assertThat(verification.intact()).isFalse();
        assertThat(verification.brokenAt()).isEqualTo(place);
    }
}
