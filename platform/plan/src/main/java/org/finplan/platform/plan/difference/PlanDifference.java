package org.finplan.platform.plan.difference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.finplan.platform.plan.PlanPackage;

/** Finds what differs between two packages. Only what they mean counts: not the layout of the files, nor remarks that nobody reads. */
public final class PlanDifference {

    private static final String PLACE = "follows";

    private final PlanPart part;
    private final Map<String, PartRows.Row> earlier;
    private final Map<String, PartRows.Row> later;
    private final List<PlanChange> changes;

    private PlanDifference(PlanPart part, PlanPackage before, PlanPackage after, List<PlanChange> changes) {
        this.part = part;
        this.earlier = before == null ? Map.of() : PartRows.of(part, before);
        this.later = PartRows.of(part, after);
        this.changes = changes;
    }

    /**
     * Compares two packages, of one plan or of two.
     *
     * @param before the earlier package, or null for none: then all that the later one says is added
     * @param after the later package
     * @return what differs, part by part: what was added or changed in the order of the later package, then what was removed in
     *     the order of the earlier one; empty when the packages say the same
     */
    public static List<PlanChange> between(PlanPackage before, PlanPackage after) {
        List<PlanChange> changes = new ArrayList<>();
        for (PlanPart part : PlanPart.values()) {
            new PlanDifference(part, before, after, changes).compare();
        }
        return List.copyOf(changes);
    }

    private void compare() {
        Map<String, String> placesBefore = places(earlier, later);
        Map<String, String> placesAfter = places(later, earlier);
        later.forEach((code, row) -> {
            PartRows.Row former = earlier.get(code);
            List<FieldChange> fields = fields(former == null ? Map.of() : former.fields(), row.fields());
            if (!Objects.equals(placesBefore.get(code), placesAfter.get(code))) {
                fields.add(new FieldChange(PLACE, placesBefore.get(code), placesAfter.get(code)));
            }
            if (former == null) {
                add(ChangeKind.ADDED, code, row, fields);
            } else if (!fields.isEmpty()) {
                add(ChangeKind.CHANGED, code, row, fields);
            }
        });
        earlier.forEach((code, row) -> {
            if (!later.containsKey(code)) {
                add(ChangeKind.REMOVED, code, row, fields(row.fields(), Map.of()));
            }
        });
    }

    private void add(ChangeKind kind, String code, PartRows.Row row, List<FieldChange> fields) {
        changes.add(new PlanChange(kind, part, code, row.name(), fields));
    }

    /** The nearest thing before each that both packages have: it tells a change of order, and nothing when others come or go. */
    private static Map<String, String> places(Map<String, PartRows.Row> rows, Map<String, PartRows.Row> others) {
        Map<String, String> places = new HashMap<>();
        String previous = null;
        for (String code : rows.keySet()) {
            if (others.containsKey(code)) {
                places.put(code, previous);
                previous = code;
            }
        }
        return Collections.unmodifiableMap(places);
    }

    private static List<FieldChange> fields(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        List<FieldChange> fields = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                fields.add(new FieldChange(name, before.get(name), after.get(name)));
            }
        }
        return fields;
    }
}
