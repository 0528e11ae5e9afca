package org.finplan.tasks.burden;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.tasks.evidence.Figures;
import org.finplan.tasks.evidence.Figures.Citer;
import org.finplan.tasks.evidence.Figures.Figure;
import org.finplan.tasks.evidence.Figures.Known;
import org.finplan.tasks.evidence.Figures.Series;
import org.finplan.tasks.supervision.OpenMatters;
import org.finplan.tasks.supervision.OpenMatters.OpenMatter;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.search.AskedLeaves;
import org.finplan.tasks.task.search.AskedLeaves.AskedLeaf;
import org.finplan.tasks.task.search.AskedLeaves.Link;

/** Finds which figures the demands of a page are about, by a fixed number of statements. */
@ApplicationScoped
class DemandData {

    /** Of whoever else asks, so many are named. One more is read, since the demand itself is among them. */
    private static final int MOST = 20;

    private final Figures figures;
    private final AskedLeaves leaves;
    private final OpenMatters matters;

    DemandData(Figures figures, AskedLeaves leaves, OpenMatters matters) {
        this.figures = figures;
        this.leaves = leaves;
        this.matters = matters;
    }

    /**
     * Finds the figures of demands.
     *
     * @param demands the demands of a page
     * @param cities cities by the codes of the plans that the caller sees
     * @return the figures of each, in the same order
     */
    List<List<Datum>> of(List<Demand> demands, Map<String, String> cities) {
        Set<Series> series = demands.stream()
                .flatMap(demand -> demand.series().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Series, Known> known = figures.newest(series);
        Map<Series, List<Datum.Other>> asking = asking(series, cities);
        Map<Demand, List<Figure>> cited = cited(demands);
        Map<Figure, List<Citer>> citers = figures.citers(
                cited.values().stream().flatMap(List::stream).distinct().toList(), MOST + 1);
        return demands.stream()
                .map(demand -> {
                    List<Datum> data = new ArrayList<>();
                    demand.series().forEach(one -> data.add(linked(demand, one, known.get(one), asking.get(one))));
                    cited.getOrDefault(demand, List.of())
                            .forEach(figure -> data.add(cited(demand, figure, citers.get(figure))));
                    return data;
                })
                .toList();
    }

    private static Datum linked(Demand demand, Series series, Known known, List<Datum.Other> asking) {
        Datum.Said said = known == null ? null : new Datum.Said(known.observation(), known.version(), known.period());
        return new Datum(Datum.How.LINKED, series.indicator(), series.region(), null, said, others(demand, asking));
    }

    private static Datum cited(Demand demand, Figure figure, List<Citer> citers) {
        List<Datum.Other> citing = citers == null
                ? List.of()
                : citers.stream()
                        .map(citer -> citer.matter() == null
                                ? new Datum.Other(DemandKind.PROGRESS, citer.plan(), citer.task())
                                : new Datum.Other(
                                        DemandKind.SUPERVISION,
                                        null,
                                        citer.matter().toString()))
                        .toList();
        return new Datum(
                Datum.How.CITED, figure.indicator(), figure.region(), figure.period(), null, others(demand, citing));
    }

    private static List<Datum.Other> others(Demand demand, List<Datum.Other> all) {
        return all == null
                ? List.of()
                : all.stream()
                        .filter(other -> !other.equals(demand.self()))
                        .limit(MOST)
                        .toList();
    }

    /** The leaves and matters that are about series. */
    private Map<Series, List<Datum.Other>> asking(Collection<Series> series, Map<String, String> cities) {
        Map<Series, List<Datum.Other>> asking = new HashMap<>();
        leaves.linked(
                        cities,
                        series.stream()
                                .map(one -> new Link(one.indicator(), one.region()))
                                .toList(),
                        MOST + 1)
                .forEach((link, keys) ->
                        keys.forEach(key -> add(asking, link.indicator(), link.region(), DemandKind.PROGRESS, key)));
        List<Map.Entry<String, String>> pairs = series.stream()
                .map(one -> Map.entry(one.indicator(), one.region()))
                .toList();
        for (OpenMatter matter : matters.about(cities.keySet(), pairs)) {
            asking.computeIfAbsent(new Series(matter.indicator(), matter.region()), one -> new ArrayList<>())
                    .add(new Datum.Other(
                            DemandKind.SUPERVISION, null, matter.id().toString()));
        }
        return asking;
    }

    private static void add(
            Map<Series, List<Datum.Other>> asking, String indicator, String region, DemandKind kind, TaskKey key) {
        asking.computeIfAbsent(new Series(indicator, region), one -> new ArrayList<>())
                .add(new Datum.Other(kind, key.plan(), key.id()));
    }

    private Map<Demand, List<Figure>> cited(List<Demand> demands) {
        List<Demand.OfLeaf> ofLeaves = only(demands, Demand.OfLeaf.class);
        List<Demand.OfMatter> ofMatters = only(demands, Demand.OfMatter.class);
        Map<Demand, List<Figure>> cited = new HashMap<>();
        List<AskedLeaf> asked = ofLeaves.stream().map(Demand.OfLeaf::asked).toList();
        figures.citedByLeaves(
                        asked.stream().map(AskedLeaf::key).toList(),
                        asked.stream().map(AskedLeaf::region).toList())
                .forEach((place, found) -> cited.put(ofLeaves.get(place), found));
        List<UUID> ids = ofMatters.stream().map(demand -> demand.matter().id()).toList();
        figures.citedByMatters(ids).forEach((place, found) -> cited.put(ofMatters.get(place), found));
        return cited;
    }

    private static <D extends Demand> List<D> only(List<Demand> demands, Class<D> kind) {
        return demands.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
