package org.finplan.tasks.supervision.ladder;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;

/** The ladders of a city: those that come with the program, and the versions that the city set after them. */
@ApplicationScoped
public class Ladders {

    /** The ladder of a matter that names none. */
    public static final String STANDARD = "standard";

    private final List<Ladder> shipped = LadderText.shipped();
    private final LadderRepository ladders;
    private final CallerCity cities;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    Ladders(LadderRepository ladders, CallerCity cities, AuditTrail audit, Caller caller, Clock clock) {
        this.ladders = ladders;
        this.cities = cities;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Finds the version of a ladder that a new matter takes.
     *
     * @param city code of its city
     * @param code code of the ladder
     * @return its newest version, empty when there is none of that code
     */
    public Optional<Ladder> newest(String city, String code) {
        return ladders.versions(city, code).stream()
                .map(LadderRepository.Stored::ladder)
                .findFirst()
                .or(() -> shipped(code));
    }

    /**
     * Names the ladders.
     *
     * @param city code of a city
     * @return the codes of all its ladders
     */
    public List<String> codes(String city) {
        return Stream.concat(shipped.stream(), ladders.newest(city).stream().map(LadderRepository.Stored::ladder))
                .map(Ladder::code)
                .distinct()
                .sorted()
                .toList();
    }

    @Transactional
    List<LadderView> list(@Nullable String city) {
        String of = cities.readable(city);
        TreeMap<String, LadderView> newest = new TreeMap<>();
        shipped.forEach(ladder -> newest.put(ladder.code(), LadderView.of(of, ladder, null, null)));
        ladders.newest(of).forEach(stored -> newest.put(stored.ladder().code(), view(of, stored)));
        return List.copyOf(newest.values());
    }

    @Transactional
    List<LadderView> versions(String code, @Nullable String city) {
        String of = cities.readable(city);
        List<LadderView> all = Stream.concat(
                        ladders.versions(of, code).stream().map(stored -> view(of, stored)),
                        shipped(code).stream().map(ladder -> LadderView.of(of, ladder, null, null)))
                .toList();
        if (all.isEmpty()) {
            throw LadderError.NOT_FOUND.problem();
        }
        return all;
    }

    LadderView publish(LadderRequest request, @Nullable String city) {
        String of = cities.writable(city);
        requireSound(request);
        // The first that a city sets comes after the one of the program, whether there is one or not.
        int version = newest(of, request.code()).map(Ladder::version).orElse(1) + 1;
        LadderRepository.Stored stored = new LadderRepository.Stored(
                request.ladder(version), caller.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!ladders.add(of, stored)) {
            throw LadderError.CHANGED_MEANWHILE.problem();
        }
        audit.record(
                "supervision-ladder.set",
                "/api/v1/supervision-ladders/" + request.code(),
                of,
                request.code() + " " + version);
        return view(of, stored);
    }

    private static void requireSound(LadderRequest request) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < request.steps().size(); i++) {
            LadderRequest.Step step = request.steps().get(i);
            if (!codes.add(step.code())) {
                throw LadderError.STEP_TWICE.at("/steps/" + i + "/code", step.code(), List.of());
            }
            if (step.anchor() == Anchor.MOVED && step.workingDays() < 1) {
                throw LadderError.STEP_CONTRADICTS.at(
                        "/steps/" + i + "/workingDays", String.valueOf(step.workingDays()), List.of("1..250"));
            }
            for (int s = 0; s < step.states().size(); s++) {
                boolean fits = step.anchor() == Anchor.DUE
                        ? step.states().get(s).isWithUnit()
                        : step.states().get(s).isOpen();
                if (!fits) {
                    throw LadderError.STEP_CONTRADICTS.at(
                            "/steps/" + i + "/states/" + s, step.states().get(s).code(), List.of());
                }
            }
        }
    }

    private Optional<Ladder> shipped(String code) {
        return shipped.stream().filter(ladder -> ladder.code().equals(code)).findFirst();
    }

    private static LadderView view(String city, LadderRepository.Stored stored) {
        return LadderView.of(city, stored.ladder(), stored.by(), stored.at());
    }
}
