package org.finplan.tasks.register;

import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.access.RegionSet;
import org.finplan.tasks.task.search.SearchText;
import org.jdbi.v3.core.statement.SqlStatement;

/** Which entries of a register are meant, as a condition on the rows {@code e}. Every value is bound, none is written into SQL. */
public final class EntryConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, List<String>> arrays = new HashMap<>();

    /**
     * Starts with the entries that the caller sees: those of its regions and those that are shared with them.
     *
     * @param readable the regions that the caller reads
     */
    public EntryConditions(RegionSet readable) {
        if (!readable.all()) {
            conditions.add("(e.region = ANY (:readable) OR e.shared_with && :readable)");
            arrays.put("readable", List.copyOf(readable.codes()));
        }
    }

    /**
     * Asks for the entries of a register.
     *
     * @param register the register
     * @return this
     */
    public EntryConditions of(Register register) {
        values.put("plan", register.plan());
        values.put("register", register.code());
        return and("e.plan = :plan AND e.register = :register", Map.of());
    }

    /**
     * Asks for regions.
     *
     * @param codes what the entry may belong to, or null for any
     * @return this
     */
    public EntryConditions regions(@Nullable Collection<String> codes) {
        return anyOf(codes, "e.region = ANY (:regions)", "regions");
    }

    /**
     * Asks for entries that are linked to a task.
     *
     * @param task id of the task, or null
     * @return this
     */
    public EntryConditions task(@Nullable String task) {
        return anyOf(task == null ? null : List.of(task), "e.tasks @> :task", "task");
    }

    /**
     * Asks for entries that are linked to an indicator.
     *
     * @param indicator its code, or null
     * @return this
     */
    public EntryConditions indicator(@Nullable String indicator) {
        return anyOf(indicator == null ? null : List.of(indicator), "e.indicators @> :indicator", "indicator");
    }

    /**
     * Asks for entries whose fields link to another entry.
     *
     * @param entry id of the other one, or null
     * @return this
     */
    public EntryConditions linksTo(@Nullable String entry) {
        return anyOf(entry == null ? null : List.of(entry), "e.linked @> :linked", "linked");
    }

    /**
     * Asks for words that must all occur in the name or the texts of the fields.
     *
     * @param query what is searched for, or null
     * @return this
     */
    public EntryConditions words(@Nullable String query) {
        List<String> words = query == null ? List.of() : SearchText.words(SearchText.normalize(query));
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            pairs.addAll(SearchText.pairs(words.get(i)));
            and("strpos(e.search_text, :word" + i + ") > 0", Map.of("word" + i, words.get(i)));
        }
        if (!pairs.isEmpty()) {
            arrays.put("pairs", List.copyOf(pairs));
            and("e.search_grams @> :pairs", Map.of());
        }
        return this;
    }

    /**
     * Adds a condition.
     *
     * @param condition SQL with named parameters
     * @param parameters their values
     * @return this
     */
    public EntryConditions and(String condition, Map<String, ?> parameters) {
        conditions.add(condition);
        values.putAll(parameters);
        return this;
    }

    /** {@return the clause with a space before it, empty when nothing is asked for} */
    public String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /**
     * Binds the values of the clause.
     *
     * @param statement the statement that it is part of
     * @param <S> its type
     * @return the statement
     */
    public <S extends SqlStatement<S>> S bindTo(S statement) {
        statement.bindMap(values);
        arrays.forEach((name, codes) -> statement.bindArray(name, String.class, codes));
        return statement;
    }

    private EntryConditions anyOf(@Nullable Collection<String> codes, String condition, String name) {
        if (codes != null) {
            arrays.put(name, List.copyOf(codes));
            and(condition, Map.of());
        }
        return this;
    }
}
