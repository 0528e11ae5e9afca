package org.finplan.risk.disclosure;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.institution.SourceDocument;
import org.finplan.risk.list.ListConditions;
import org.jdbi.v3.core.Jdbi;

/** What bodies disclosed. A row is of the region that its body has now. */
@ApplicationScoped
class DisclosureRepository {

    private static final String INSERT = """
            INSERT INTO environmental_disclosure (id, body, class, region, year, version, published_on, document_title,
                document_reference, reason, recorded_by, recorded_at)
            VALUES (:id, :body, :class, :region, :year, :version, :on, :title, :reference, :reason, :by, :at)""";

    private static final String REPLACE = "UPDATE environmental_disclosure SET replaced_at = :at WHERE id = :id";

    /** One after the other for a body and a year, so that two reports of it make two versions. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('disclosure/' || :key, 0))";

    private static final String CURRENT = """
            SELECT * FROM environmental_disclosure WHERE body = :body AND year = :year AND replaced_at IS NULL""";

    /** Of the register by their kind, unless they were struck off before the year ended; the others by name. */
    private static final String MISSING = """
            SELECT o.*, (SELECT max(l.year) FROM environmental_disclosure l WHERE l.body = o.body AND l.replaced_at IS NULL
                    AND l.year < :year) AS last_year
            FROM (
                SELECT k.class, p.institution AS body, p.name, p.region
                FROM unnest(:kinds, :classes) AS k (kind, class)
                JOIN institution_place p ON p.kind = k.kind
                WHERE p.status <> 'preparing' AND (p.status NOT IN ('cancelled', 'revoked') OR p.since > :yearEnd)
                UNION ALL
                SELECT b.class, b.uscc, b.name, b.region FROM disclosure_body b
                WHERE b.replaced_at IS NULL AND b.from_year <= :year AND (b.until_year IS NULL OR b.until_year >= :year)) o
            WHERE (:all OR o.region = ANY (:readable))
              AND (CAST(:class AS text) IS NULL OR o.class = :class)
              AND (CAST(:region AS text) IS NULL OR o.region = :region)
              AND (CAST(:afterClass AS text) IS NULL OR (o.class, o.body) > (:afterClass, :afterBody))
              AND NOT EXISTS (SELECT 1 FROM environmental_disclosure d
                  WHERE d.body = o.body AND d.year = :year AND d.replaced_at IS NULL)
            ORDER BY o.class, o.body LIMIT :rows""";

    private static final String ALL = """
            SELECT * FROM (
                SELECT d.id, d.body, d.class, COALESCE(p.region, b.region, d.region) AS region, d.year, d.version,
                    d.published_on, d.document_title, d.document_reference, d.reason, d.recorded_by, d.recorded_at,
                    d.replaced_at
                FROM environmental_disclosure d
                LEFT JOIN institution_place p ON p.institution = d.body
                LEFT JOIN disclosure_body b ON b.uscc = d.body AND b.replaced_at IS NULL) e""";

    private final Jdbi jdbi;
    private final DisclosureClasses classes;

    DisclosureRepository(Jdbi jdbi, DisclosureClasses classes) {
        this.jdbi = jdbi;
        this.classes = classes;
    }

    /**
     * Who is looked for.
     *
     * @param year the year
     * @param bodyClass code of a class, or null for any
     * @param region code of a region, or null for any
     * @param after class and code of the last body seen, or null for the start
     * @param readable the regions of the caller
     * @param today the day of asking
     */
    record Wanted(
            int year,
            @Nullable String bodyClass,
            @Nullable String region,
            @Nullable List<String> after,
            RegionSet readable,
            LocalDate today) {}

    void lock(String body, int year) {
        jdbi.useHandle(handle -> handle.createQuery(LOCK)
                .bind("key", body + "/" + year)
                .mapToMap()
                .one());
    }

    Optional<EnvironmentalDisclosure> current(String body, int year) {
        return jdbi.withHandle(handle -> handle.createQuery(CURRENT)
                .bind("body", body)
                .bind("year", year)
                .map(Row.to(this::disclosure))
                .findOne());
    }

    void insert(EnvironmentalDisclosure disclosure) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("id", disclosure.id())
                .bind("body", disclosure.body())
                .bind("class", disclosure.bodyClass())
                .bind("region", disclosure.region())
                .bind("year", disclosure.year())
                .bind("version", disclosure.version())
                .bind("on", disclosure.publishedOn())
                .bind("title", disclosure.document().title())
                .bind("reference", disclosure.document().reference())
                .bind("reason", disclosure.reason())
                .bind("by", disclosure.recordedBy())
                .bind("at", disclosure.recordedAt())
                .execute());
    }

    void replace(EnvironmentalDisclosure before, EnvironmentalDisclosure after) {
        UUID id = before.id();
        jdbi.useHandle(handle -> handle.createUpdate(REPLACE)
                .bind("id", id)
                .bind("at", after.recordedAt())
                .execute());
        insert(after);
    }

    /** Reads disclosures, the newest year first. */
    List<EnvironmentalDisclosure> page(
            DisclosureFilter filter, RegionSet readable, @Nullable Position after, int rows) {
        ListConditions conditions = new ListConditions(readable)
                .equal("year", filter.year())
                .equal("class", filter.bodyClass())
                .equal("body", filter.body())
                .after(List.of("year", "body"), true, after == null ? null : List.of(after.year(), after.body()));
        if (filter.asOf() == null) {
            conditions.and("replaced_at IS NULL", Map.of());
        } else {
            conditions.and(
                    "recorded_at <= :asOf AND (replaced_at IS NULL OR replaced_at > :asOf)",
                    Map.of("asOf", filter.asOf()));
        }
        String sql = ALL + conditions.where() + " ORDER BY year DESC, body DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(this::disclosure))
                .list());
    }

    /**
     * A place in the list.
     *
     * @param year the year of the last disclosure seen
     * @param body its body
     */
    record Position(int year, String body) {}

    /** Reads who disclosed nothing, by class and code. */
    List<MissingDisclosure> missing(Wanted wanted, int rows) {
        List<String> kinds = new ArrayList<>();
        List<String> ofKinds = new ArrayList<>();
        classes.all().forEach(one -> one.kinds().forEach(kind -> {
            kinds.add(kind);
            ofKinds.add(one.code());
        }));
        return jdbi.withHandle(handle -> handle.createQuery(MISSING)
                .bindArray("kinds", String.class, kinds)
                .bindArray("classes", String.class, ofKinds)
                .bind("year", wanted.year())
                .bind("yearEnd", LocalDate.of(wanted.year() + 1, 1, 1).minusDays(1))
                .bind("class", wanted.bodyClass())
                .bind("region", wanted.region())
                .bind("all", wanted.readable().all())
                .bindArray(
                        "readable", String.class, List.copyOf(wanted.readable().codes()))
                .bind(
                        "afterClass",
                        wanted.after() == null ? null : wanted.after().get(0))
                .bind(
                        "afterBody",
                        wanted.after() == null ? null : wanted.after().get(1))
                .bind("rows", rows)
                .map(Row.to(row -> missing(row, wanted)))
                .list());
    }

    private MissingDisclosure missing(Row row, Wanted wanted) throws SQLException {
        LocalDate due = classes.find(row.text("class")).orElseThrow().dueOn(wanted.year());
        return new MissingDisclosure(
                row.text("class"),
                row.text("body"),
                row.text("name"),
                row.text("region"),
                wanted.year(),
                due,
                wanted.today().isAfter(due),
                row.integerOrNull("last_year"));
    }

    private EnvironmentalDisclosure disclosure(Row row) throws SQLException {
        int year = row.integer("year");
        LocalDate published = row.date("published_on");
        return new EnvironmentalDisclosure(
                row.uuid("id"),
                row.text("body"),
                row.text("class"),
                row.text("region"),
                year,
                row.integer("version"),
                published,
                classes.find(row.text("class"))
                        .map(one -> published.isAfter(one.dueOn(year)))
                        .orElse(false),
                new SourceDocument(row.text("document_title"), row.text("document_reference")),
                row.text("reason"),
                row.text("recorded_by"),
                row.instant("recorded_at"));
    }
}
