package org.finplan.risk.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.finplan.platform.sql.Row;
import org.finplan.risk.rulebook.content.RuleRequest;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * What versions of rules say. A version never changes, so that each is read from the database once; what a later release added to
 * a text is passed over. A text that cannot be read is logged once and empty.
 */
@ApplicationScoped
class RuleContents {

    private static final Logger LOG = Logger.getLogger(RuleContents.class);

    private static final String CONTENTS = """
            SELECT v.code, v.version, v.content FROM unnest(:codes, :versions) AS wanted (code, version)
            JOIN rule_version v ON v.code = wanted.code AND v.version = wanted.version""";

    private static final JsonMapper READER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Jdbi jdbi;
    private final Map<Key, Optional<RuleRequest>> known = new ConcurrentHashMap<>();

    RuleContents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A version of a rule. */
    record Key(String code, int version) {}

    /**
     * Reads texts.
     *
     * @param keys versions that are there, and whose transaction is over
     * @return what each says, empty where it cannot be read
     */
    Map<Key, Optional<RuleRequest>> of(Collection<Key> keys) {
        List<Key> unknown = keys.stream().filter(key -> !known.containsKey(key)).toList();
        if (!unknown.isEmpty()) {
            read(unknown);
        }
        Map<Key, Optional<RuleRequest>> contents = new HashMap<>();
        keys.forEach(key -> contents.put(key, known.getOrDefault(key, Optional.empty())));
        return contents;
    }

    private void read(List<Key> unknown) {
        jdbi.useHandle(handle -> handle.createQuery(CONTENTS)
                .bindArray(
                        "codes", String.class, unknown.stream().map(Key::code).toList())
                .bindArray(
                        "versions",
                        Integer.class,
                        unknown.stream().map(Key::version).toList())
                .map(Row.to(row -> {
                    Key key = new Key(row.text("code"), row.integer("version"));
                    return Map.entry(key, parsed(key, row.text("content")));
                }))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue())));
    }

    private static Optional<RuleRequest> parsed(Key key, String json) {
        try {
            return Optional.ofNullable(READER.readValue(json, RuleRequest.class));
        } catch (JsonProcessingException damaged) {
            LOG.errorf(damaged, "Rule %s version %d cannot be read and is passed over", key.code(), key.version());
            return Optional.empty();
        }
    }
}
