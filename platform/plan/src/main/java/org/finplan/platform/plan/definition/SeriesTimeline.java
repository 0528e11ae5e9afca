package org.finplan.platform.plan.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.finplan.platform.period.Period;

/**
 * The definitions of a series in the order in which they came into force, each in force until the next one is, and the
 * breaks between them.
 */
public final class SeriesTimeline {

    /** A series that nothing is said of: all its figures are by one definition. */
    public static final SeriesTimeline NONE = new SeriesTimeline(List.of(), List.of());

    private final List<StatisticalDefinition> definitions;
    private final List<DefinitionBreak> breaks = new ArrayList<>();

    /**
     * Orders definitions.
     *
     * @param definitions all definitions of one series, no two since the same day
     * @param said what is said of breaks between neighbours
     */
    public SeriesTimeline(Collection<StatisticalDefinition> definitions, Collection<DefinitionBreak> said) {
        this.definitions = definitions.stream()
                .sorted(Comparator.comparing(StatisticalDefinition::start))
                .toList();
        for (int i = 1; i < this.definitions.size(); i++) {
            StatisticalDefinition from = this.definitions.get(i - 1);
            StatisticalDefinition to = this.definitions.get(i);
            breaks.add(said.stream()
                    .filter(one -> one.from().equals(from.code()) && one.to().equals(to.code()))
                    .findFirst()
                    .orElseGet(() -> DefinitionBreak.unsaid(from, to)));
        }
    }

    /** {@return the definitions, the earliest first} */
    public List<StatisticalDefinition> definitions() {
        return definitions;
    }

    /** {@return the breaks, the earliest first: one between each definition and the next} */
    public List<DefinitionBreak> breaks() {
        return List.copyOf(breaks);
    }

    /**
     * The place of the definition that is in force on a day.
     *
     * @param day the day
     * @return its place among {@link #definitions()}; of a day before all of them the first; -1 without definitions
     */
    public int inForce(LocalDate day) {
        int place = Math.min(0, definitions.size() - 1);
        for (int i = 1; i < definitions.size() && !definitions.get(i).start().isAfter(day); i++) {
            place = i;
        }
        return place;
    }

    /**
     * The place of a definition.
     *
     * @param code its code
     * @return its place among {@link #definitions()}, -1 when there is none of that code
     */
    public int place(String code) {
        return definitions.stream().map(StatisticalDefinition::code).toList().indexOf(code);
    }

    /**
     * The definitions that a figure may be by: those in force in its period, those on the other side of a break beside them, a
     * mixture, or an unknown one.
     *
     * @param period the period of the figure
     * @return their codes; none without definitions
     */
    public Set<String> possible(Period period) {
        Set<String> codes = new LinkedHashSet<>();
        int last = definitions.size() - 1;
        for (int i = Math.max(0, inForce(period.start()) - 1); i <= Math.min(last, inForce(period.end()) + 1); i++) {
            codes.add(definitions.get(i).code());
        }
        if (!codes.isEmpty()) {
            codes.add(StatisticalDefinition.MIXED);
            codes.add(StatisticalDefinition.UNCONFIRMED);
        }
        return codes;
    }

    /** Whether something said of a break is about two neighbours. */
    boolean isBetweenNeighbours(DefinitionBreak one) {
        int from = place(one.from());
        return from >= 0 && place(one.to()) == from + 1;
    }
}
