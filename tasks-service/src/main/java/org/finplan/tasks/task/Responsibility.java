package org.finplan.tasks.task;

import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The units of a task by their roles. A unit that a person assigns has one role; a plan package may name one in two.
 *
 * @param lead code of the unit that leads, or null while there is none
 * @param responsible codes of the units that are responsible for it beside that one
 * @param cooperating codes of the units that work on it with them
 */
public record Responsibility(@Nullable String lead, List<String> responsible, List<String> cooperating) {

    /** Most units in a list. An assumption: the longest list of a plan at hand has two. */
    public static final int MOST = 30;

    private static final String LEAD = "/lead";
    private static final String RESPONSIBLE = "/responsible";
    private static final String COOPERATING = "/cooperating";

    public Responsibility {
        responsible = List.copyOf(responsible);
        cooperating = List.copyOf(cooperating);
    }

    /** What is wrong with a unit at its place. */
    public enum FaultKind {
        /** A list names it twice. */
        REPEATED,
        /** It has another role already. */
        TWO_ROLES,
        /** A list names more units than {@link #MOST}. */
        TOO_MANY
    }

    /**
     * A fault.
     *
     * @param pointer where, within the request
     * @param unit code of the unit, or the number of units that are too many
     * @param kind what is wrong
     */
    public record Fault(String pointer, String unit, FaultKind kind) {}

    /** {@return the codes of the units with the places at which a request names them, in order} */
    public List<Map.Entry<String, String>> places() {
        List<Map.Entry<String, String>> places = new ArrayList<>();
        if (lead != null) {
            places.add(Map.entry(LEAD, lead));
        }
        for (int i = 0; i < responsible.size(); i++) {
            places.add(Map.entry(RESPONSIBLE + "/" + i, responsible.get(i)));
        }
        for (int i = 0; i < cooperating.size(); i++) {
            places.add(Map.entry(COOPERATING + "/" + i, cooperating.get(i)));
        }
        return places;
    }

    /** {@return what a person may not assign like that, in the order of the request} */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        tooMany(RESPONSIBLE, responsible, faults);
        tooMany(COOPERATING, cooperating, faults);
        if (!faults.isEmpty()) {
            return faults;
        }
        Map<String, String> roles = new HashMap<>();
        places().forEach(place -> {
            String role = role(place.getKey());
            String known = roles.putIfAbsent(place.getValue(), role);
            if (known != null) {
                FaultKind kind = known.equals(role) ? FaultKind.REPEATED : FaultKind.TWO_ROLES;
                faults.add(new Fault(place.getKey(), place.getValue(), kind));
            }
        });
        return faults;
    }

    /** {@return the units that answer for it and report on it: those that lead or are responsible} */
    public Set<String> reporting() {
        Set<String> units = new LinkedHashSet<>(responsible);
        if (lead != null) {
            units.add(lead);
        }
        return units;
    }

    /**
     * The same with another unit that leads; it keeps no other role.
     *
     * @param unit its code
     * @return the units
     */
    public Responsibility ledBy(String unit) {
        return new Responsibility(unit, without(responsible, unit), without(cooperating, unit));
    }

    private static void tooMany(String pointer, List<String> units, List<Fault> faults) {
        if (units.size() > MOST) {
            faults.add(new Fault(pointer, Integer.toString(units.size()), FaultKind.TOO_MANY));
        }
    }

    private static String role(String pointer) {
        int index = pointer.indexOf('/', 1);
        return index < 0 ? pointer : pointer.substring(0, index);
    }

    private static List<String> without(List<String> units, String unit) {
        return units.stream().filter(each -> !each.equals(unit)).toList();
    }
}
