package org.finplan.platform.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.workday.WorkingDays;

/**
 * The plans that are in force, and the names that they give to codes. Plans change while a program runs: everything here
 * answers from one {@linkplain #follow snapshot} of all plans, which is replaced as a whole. Who keeps something that was
 * computed from plans asks for it by {@link #derived}. Where two plans define the same code, the first counts.
 */
public final class PlanRegister {

    private final List<RefusedPackage> refused;
    // A program has one register for as long as it runs; what a thread tries is taken away when it is done.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<PlanSnapshot> tried = new ThreadLocal<>();

    private volatile PlanSnapshot inForce;

    /**
     * Registers packages, each as the first version of its plan.
     *
     * @param loaded the packages, the most important first
     */
    public PlanRegister(Collection<PlanPackage> loaded) {
        this(loaded, List.of());
    }

    /**
     * Registers packages, and tells of others that cannot be used.
     *
     * @param loaded the packages, the most important first, each as the first version of its plan
     * @param refused those that were asked for and cannot be used
     */
    public PlanRegister(Collection<PlanPackage> loaded, List<RefusedPackage> refused) {
        this.refused = List.copyOf(refused);
        this.inForce = new PlanSnapshot(loaded.stream().map(PlanInForce::first).toList());
    }

    /**
     * Replaces all plans at once. Whoever asks from now on is answered from these.
     *
     * @param plans the plans that are in force, the most important first
     */
    public void follow(List<PlanInForce> plans) {
        inForce = new PlanSnapshot(plans);
    }

    /**
     * Does something as if other plans were in force. They are for this thread alone, until it is done: what puts a version of
     * a plan in force, or tries what it would do, is done in a transaction while everybody else still sees the plans before.
     *
     * @param plans the plans, the most important first
     * @param work what is done with them
     * @param <T> what comes of it
     * @return what comes of it
     */
    public <T> T with(List<PlanInForce> plans, Supplier<T> work) {
        PlanSnapshot before = tried.get();
        tried.set(new PlanSnapshot(plans));
        try {
            return work.get();
        } finally {
            if (before == null) {
                tried.remove();
            } else {
                tried.set(before);
            }
        }
    }

    /**
     * Something that is computed from plans and kept while they stay as they are.
     *
     * @param computing computes it by asking this register
     * @param <T> what it is
     * @return gives it for the plans in force, computed once for each snapshot of them (twice by threads that meet)
     */
    @SuppressWarnings("unchecked") // what is kept under this supplier was computed by it
    public <T> Supplier<T> derived(Supplier<T> computing) {
        return () -> (T) now().derived(computing, by -> computing.get());
    }

    /** {@return the plans in force with their versions, the most important first} */
    public List<PlanInForce> plans() {
        return now().plans();
    }

    /**
     * Tells which version of a plan is in force.
     *
     * @param plan plan code
     * @return number of the version of its package, 1 for the first; empty when there is no such plan
     */
    public Optional<Integer> version(String plan) {
        return now().plan(plan).map(PlanInForce::version);
    }

    /**
     * All plans as they would be with a further version of one.
     *
     * @param next its package, of a plan that is in force or of a new one
     * @param version number of the version
     * @return the plans in their order, a new one last
     */
    public List<PlanInForce> plansWith(PlanPackage next, int version) {
        String code = next.plan().code();
        if (find(code).isEmpty()) {
            return Stream.concat(plans().stream(), Stream.of(new PlanInForce(next, version, List.of())))
                    .toList();
        }
        return plans().stream()
                .map(plan -> plan.code().equals(code) ? plan.followedBy(next, version) : plan)
                .toList();
    }

    private PlanSnapshot now() {
        PlanSnapshot own = tried.get();
        return own == null ? inForce : own;
    }

    /** {@return the packages that were asked for and cannot be used, with everything that is wrong with them} */
    public List<RefusedPackage> refused() {
        return refused;
    }

    /** {@return the packages in force, the bundled ones first} */
    public List<PlanPackage> packages() {
        return now().packages();
    }

    /** {@return plan codes, the bundled ones first} */
    public List<String> codes() {
        return now().codes();
    }

    /**
     * Finds a package.
     *
     * @param plan plan code
     * @return its package, empty when there is none
     */
    public Optional<PlanPackage> find(String plan) {
        return now().plan(plan).map(PlanInForce::read);
    }

    /** {@return the series and units of all plans, retired ones among them} */
    public SeriesRegister series() {
        return now().series();
    }

    /** {@return the regions of all plans, retired ones among them} */
    public RegionHierarchy regions() {
        return now().regions();
    }

    /** {@return codes of all regions, reference regions included} */
    public List<String> regionCodes() {
        return regions().all().stream().map(RegionDefinition::code).toList();
    }

    /**
     * Finds the city that a plan is for.
     *
     * @param plan code of a plan that is in force
     * @return code of the region that lies in no other of the plan's own regions
     */
    public String city(String plan) {
        return now().city(plan).orElseThrow();
    }

    /**
     * The regions that a plan is about.
     *
     * @param plan plan code
     * @return codes of its city and of all that lies in it, former codes among them; empty when there is no such plan
     */
    public Set<String> territory(String plan) {
        return now().territory(plan);
    }

    /**
     * The calendar of a city: the notices of all its plans together.
     *
     * @param city region code of the city
     * @return its working days; weekends alone when no plan of it has a notice
     */
    public WorkingDays workingDays(String city) {
        return new WorkingDays(packages().stream()
                .filter(read -> read.city().equals(city))
                .flatMap(read -> read.holidays().stream())
                .toList());
    }

    /**
     * Finds a clause.
     *
     * @param plan plan code
     * @param id clause id
     * @return the clause, empty when there is none
     */
    public Optional<Clause> clause(String plan, String id) {
        return now().clause(plan, id);
    }

    /**
     * Finds an indicator.
     *
     * @param plan plan code
     * @param code indicator code
     * @return the indicator, empty when the plan or the indicator is unknown
     */
    public Optional<IndicatorDefinition> indicator(String plan, String code) {
        return now().indicator(plan, code);
    }

    /**
     * Whether an indicator was in an earlier version of a plan and is no more in the one in force.
     *
     * @param plan plan code
     * @param code indicator code
     * @return whether it is retired: known by name, and closed
     */
    public boolean retired(String plan, String code) {
        return indicator(plan, code).isEmpty()
                && now().knownIndicator(plan, code).isPresent();
    }

    /** {@return codes of all indicators of all plans, retired ones among them, each once, in the order of the plans} */
    public List<String> indicatorCodes() {
        return now().knownIndicatorCodes();
    }

    /**
     * Names a region.
     *
     * @param code region code
     * @return its name, or the code itself when it is unknown
     */
    public LocalizedText regionName(String code) {
        return regions().find(code).map(RegionDefinition::name).orElseGet(() -> nameless(code));
    }

    /**
     * Names an indicator.
     *
     * @param plan plan code
     * @param code indicator code
     * @return its name, be it retired, or the code itself when it is unknown
     */
    public LocalizedText indicatorName(String plan, String code) {
        return now().knownIndicator(plan, code).map(IndicatorDefinition::name).orElseGet(() -> nameless(code));
    }

    /**
     * Names an organisation.
     *
     * @param plan plan code
     * @param code organisation code
     * @return its name, empty when the plan names none of that code
     */
    public Optional<LocalizedText> organisationName(String plan, String code) {
        return now().organisation(plan, code);
    }

    /**
     * Names an information system.
     *
     * @param plan plan code
     * @param code system code
     * @return its name, or the code itself when it is unknown
     */
    public LocalizedText systemName(String plan, String code) {
        return now().system(plan, code).orElseGet(() -> nameless(code));
    }

    /**
     * Names a unit of measure.
     *
     * @param code unit code
     * @return its name, or the code itself when it is unknown
     */
    public LocalizedText unitName(String code) {
        return series().unit(code).map(Unit::name).orElseGet(() -> nameless(code));
    }

    private static LocalizedText nameless(String code) {
        return new LocalizedText(code, code);
    }
}
