package org.finplan.risk.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** Reads the links as ties between holders and what they hold, and the names of members. */
@ApplicationScoped
class GroupRepository {

    private static final String TIES = """
            SELECT owned, holder_key, change, nature, share, held_from, held_until,
                NOT withdrawn AND (replaced_change IS NULL OR replaced_change > :version) AS counts
            FROM ownership_link WHERE change <= :version""";

    private static final String TIED = """
            SELECT EXISTS (SELECT FROM ownership_link WHERE owned = ANY (:keys) OR holder_key = ANY (:keys))""";

    /** An institution by its entry, everybody else by the newest name that a file of the caller's regions has. */
    private static final String MEMBERS = """
            SELECT DISTINCT ON (m.key) m.key, m.kind, m.uscc, m.name FROM (
                SELECT holder_key AS key, holder_kind AS kind, holder_uscc AS uscc, holder_name AS name, 1 AS rank, recorded_at
                FROM ownership_link WHERE holder_key = ANY (:keys)
                  AND (:all OR institution IN (SELECT institution FROM institution_place WHERE region = ANY (:readable)))
                UNION ALL
                SELECT institution, 'institution', institution, name, 0, NULL
                FROM institution_place WHERE institution = ANY (:keys) AND (:all OR region = ANY (:readable))) m
            ORDER BY m.key, m.rank, m.recorded_at DESC""";

    private final Jdbi jdbi;

    GroupRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return whether any of these ever had a link} */
    boolean tied(Collection<String> keys) {
        return jdbi.withHandle(handle -> handle.createQuery(TIED)
                .bindArray("keys", String.class, List.copyOf(keys))
                .mapTo(Boolean.class)
                .one());
    }

    /** {@return all versions of links that were known by a change, with what the rule makes of them} */
    List<TieSpan> ties(long version, GroupRule rule) {
        return jdbi.withHandle(handle -> handle.createQuery(TIES)
                .bind("version", version)
                .map(Row.to(row -> new TieSpan(
                        row.text("owned"),
                        row.text("holder_key"),
                        row.number("change"),
                        row.date("held_from"),
                        row.date("held_until"),
                        row.flag("counts")
                                && rule.ties(Nature.find(row.text("nature")).orElseThrow(), row.decimal("share")))))
                .list());
    }

    /** {@return the members that the caller sees, by their keys} */
    Map<String, GroupView.Member> members(Collection<String> keys, RegionSet readable) {
        Map<String, GroupView.Member> members = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(MEMBERS)
                .bindArray("keys", String.class, List.copyOf(keys))
                .bind("all", readable.all())
                .bindArray("readable", String.class, List.copyOf(readable.codes()))
                .map(Row.to(row -> Map.entry(
                        row.text("key"), new GroupView.Member(row.text("kind"), row.text("uscc"), row.text("name")))))
                .forEach(entry -> members.put(entry.getKey(), entry.getValue())));
        return members;
    }
}
