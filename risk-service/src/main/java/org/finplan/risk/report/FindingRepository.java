package org.finplan.risk.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.period.Period;
import org.finplan.platform.sql.Row;
import org.finplan.risk.report.identity.Contradiction;
import org.jdbi.v3.core.Jdbi;

/** What the figures of reports contradict themselves in, as long as it holds. */
@ApplicationScoped
class FindingRepository {

    private static final String CURRENT = """
            SELECT f.* FROM unnest(:institutions, :periods) AS wanted (institution, period)
            JOIN report_finding f ON f.institution = wanted.institution AND f.period = wanted.period
            WHERE f.replaced_at IS NULL""";

    private static final String END = "UPDATE report_finding SET replaced_at = :at WHERE id = ANY (:ids)";

    private static final String INSERT = """
            INSERT INTO report_finding (id, institution, period, period_end, identity, left_value, right_value, unit, found_at)
            SELECT n.id, n.institution, n.period, n.period_end, n.identity, n.left_value, n.right_value, n.unit, :at
            FROM unnest(:ids, :institutions, :periods, :ends, :identities, :lefts, :rights, :units)
                AS n (id, institution, period, period_end, identity, left_value, right_value, unit)""";

    private static final String KNOWN = """
            SELECT * FROM report_finding
            WHERE institution = :uscc AND period = ANY (:periods) AND found_at <= :asOf
              AND (replaced_at IS NULL OR replaced_at > :asOf)
            ORDER BY identity""";

    private final Jdbi jdbi;

    FindingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A contradiction that is stored. */
    private record Stored(UUID id, InstitutionPeriod key, Contradiction contradiction) {}

    /** Makes what is stored of some periods what holds there now. */
    void keep(Map<InstitutionPeriod, List<Contradiction>> found, Instant at) {
        Map<InstitutionPeriod, List<Stored>> stored =
                current(found.keySet()).stream().collect(Collectors.groupingBy(Stored::key));
        List<UUID> ended = new ArrayList<>();
        List<Stored> begun = new ArrayList<>();
        found.forEach((key, contradictions) -> {
            List<Stored> there = stored.getOrDefault(key, List.of());
            there.stream()
                    .filter(row -> contradictions.stream().noneMatch(row.contradiction()::says))
                    .forEach(row -> ended.add(row.id()));
            contradictions.stream()
                    .filter(each ->
                            there.stream().noneMatch(row -> row.contradiction().says(each)))
                    .forEach(each -> begun.add(new Stored(Identifiers.next(), key, each)));
        });
        if (!ended.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate(END)
                    .bind("at", at)
                    .bindArray("ids", UUID.class, ended)
                    .execute());
        }
        if (!begun.isEmpty()) {
            insert(begun, at);
        }
    }

    /** {@return what was found in those periods of an institution as it was known then, by period} */
    Map<String, List<Contradiction>> known(String uscc, List<Period> periods, Instant asOf) {
        return jdbi.withHandle(handle -> handle
                .createQuery(KNOWN)
                .bind("uscc", uscc)
                .bind("asOf", asOf)
                .bindArray(
                        "periods",
                        String.class,
                        periods.stream().map(Period::text).toList())
                .map(Row.to(row -> Map.entry(row.text("period"), contradiction(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private List<Stored> current(Collection<InstitutionPeriod> keys) {
        List<InstitutionPeriod> wanted = List.copyOf(keys);
        return jdbi.withHandle(handle -> handle.createQuery(CURRENT)
                .bindArray(
                        "institutions",
                        String.class,
                        wanted.stream().map(InstitutionPeriod::institution).toList())
                .bindArray(
                        "periods",
                        String.class,
                        wanted.stream().map(key -> key.period().text()).toList())
                .map(Row.to(row -> new Stored(
                        row.uuid("id"),
                        new InstitutionPeriod(row.text("institution"), Period.parse(row.text("period"))),
                        contradiction(row))))
                .list());
    }

    private void insert(List<Stored> rows, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("at", at)
                .bindArray("ids", UUID.class, rows.stream().map(Stored::id).toList())
                .bindArray(
                        "institutions",
                        String.class,
                        rows.stream().map(row -> row.key().institution()).toList())
                .bindArray(
                        "periods",
                        String.class,
                        rows.stream().map(row -> row.key().period().text()).toList())
                .bindArray(
                        "ends",
                        LocalDate.class,
                        rows.stream().map(row -> row.key().period().end()).toList())
                .bindArray(
                        "identities",
                        String.class,
                        rows.stream().map(row -> row.contradiction().identity()).toList())
                .bindArray(
                        "lefts",
                        BigDecimal.class,
                        rows.stream().map(row -> row.contradiction().left()).toList())
                .bindArray(
                        "rights",
                        BigDecimal.class,
                        rows.stream().map(row -> row.contradiction().right()).toList())
                .bindArray(
                        "units",
                        String.class,
                        rows.stream().map(row -> row.contradiction().unit()).toList())
                .execute());
    }

    private static Contradiction contradiction(Row row) throws SQLException {
        return new Contradiction(
                row.text("identity"), row.decimal("left_value"), row.decimal("right_value"), row.text("unit"));
    }
}
