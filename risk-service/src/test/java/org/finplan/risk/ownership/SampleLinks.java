package org.finplan.risk.ownership;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.finplan.risk.institution.SourceDocument;

/** Links for tests without a program; everything in them is a sample. */
final class SampleLinks {

    static final String FILE = "A";
    static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    private SampleLinks() {}

    static OwnershipLink shares(String owned, String firm, String share) {
        return link(owned, new Holder(HolderKind.FIRM, firm, null, firm), Nature.SHARES, new BigDecimal(share));
    }

    static OwnershipLink person(String owned, String name, String share) {
        return link(owned, new Holder(HolderKind.PERSON, null, name, name), Nature.SHARES, new BigDecimal(share));
    }

    static OwnershipLink control(String owned, String firm) {
        return link(owned, new Holder(HolderKind.FIRM, firm, null, firm), Nature.ACTUAL_CONTROL, null);
    }

    static OwnershipLink of(OwnershipLink link, LocalDate from, LocalDate until) {
        return new OwnershipLink(
                link.id(),
                1,
                link.institution(),
                link.owned(),
                link.holder(),
                link.nature(),
                link.share(),
                from,
                until,
                link.source(),
                false,
                null,
                1,
                "sample",
                Instant.EPOCH);
    }

    private static OwnershipLink link(String owned, Holder holder, Nature nature, BigDecimal share) {
        return new OwnershipLink(
                UUID.nameUUIDFromBytes((owned + holder.name() + nature).getBytes(UTF_8)),
                1,
                FILE,
                owned,
                holder,
                nature,
                share,
                DAY,
                null,
                new SourceDocument("sample", null),
                false,
                null,
                1,
                "sample",
                Instant.EPOCH);
    }
}
