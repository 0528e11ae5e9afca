package org.finplan.tasks.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.events.ObservationWithdrawn;
import org.finplan.platform.sql.EveryRegion;

/**
 * Keeps which observations claims cite and follows what becomes of them. Works in the caller's transaction. Whoever makes a claim
 * holds back the events that change observations while it is stored: an event that came in between would miss it.
 */
@ApplicationScoped
public class Citations {

    private final CitationRepository citations;
    private final ObservationVersionRepository versions;
    private final EveryRegion everyRegion;
    private final Clock clock;

    Citations(
            CitationRepository citations, ObservationVersionRepository versions, EveryRegion everyRegion, Clock clock) {
        this.citations = citations;
        this.versions = versions;
        this.everyRegion = everyRegion;
        this.clock = clock;
    }

    /**
     * A claim that cites an observation.
     *
     * @param kind what the claim is
     * @param id id of the report or of the matter
     */
    public record Citing(CitingClaim.Kind kind, UUID id) {}

    /**
     * Holds back events until the transaction ends, when evidence cites observations. To be called before anything else is locked.
     *
     * @param evidence the evidence that is about to be stored
     */
    public void hold(List<Evidence> evidence) {
        if (evidence.stream().anyMatch(piece -> piece.kind() == EvidenceKind.OBSERVATION)) {
            citations.hold(true);
        }
    }

    /**
     * Stores what a new claim cites and judges it by what is known now. The judgement says only which version is the newest, so
     * that it is made whatever regions the caller reads.
     *
     * @param claim the claim
     * @param evidence its evidence in order, {@link #hold held} before
     * @return the gravest state, empty when it cites no observation
     */
    public Optional<EvidenceState> cite(CitingClaim claim, List<Evidence> evidence) {
        List<UUID> cited = evidence.stream()
                .filter(piece -> piece.kind() == EvidenceKind.OBSERVATION)
                .map(Evidence::observation)
                .toList();
        if (cited.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, NewestVersion> known = everyRegion.with(() -> versions.newest(cited));
        List<Citation> judged = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            Evidence piece = evidence.get(i);
            if (piece.kind() == EvidenceKind.OBSERVATION) {
                judged.add(new Citation(
                                claim.id(),
                                claim.part(),
                                i,
                                claim.region(),
                                piece.observation(),
                                piece.version(),
                                0,
                                null,
                                EvidenceState.NOT_SEEN)
                        .judged(known.get(piece.observation())));
            }
        }
        citations.add(claim, judged);
        return EvidenceState.gravest(judged.stream().map(Citation::state).toList());
    }

    /**
     * Reads what claims cite.
     *
     * @param claims ids of reports or matters
     * @return their citations in order; none of a claim that cites no observation
     */
    public Map<UUID, List<Citation>> of(Collection<UUID> claims) {
        return claims.isEmpty()
                ? Map.of()
                : citations.of(claims).stream().collect(Collectors.groupingBy(Citation::claim));
    }

    /**
     * Reads what became of the observations that claims cite, the first change first.
     *
     * @param claims ids of reports or matters
     * @return the changes by claim
     */
    public Map<UUID, List<EvidenceChange>> changes(Collection<UUID> claims) {
        return claims.isEmpty()
                ? Map.of()
                : citations.changes(claims).stream()
                        .collect(Collectors.groupingBy(
                                CitationRepository.Told::claim,
                                Collectors.mapping(CitationRepository.Told::change, Collectors.toList())));
    }

    /**
     * Takes note of a version that was recorded.
     *
     * @param told what was told
     * @param event id of the event
     * @return the claims that cite the observation and are to be {@link #judge judged} once they are locked; none when nothing is new
     */
    public List<Citing> follow(ObservationRecorded told, UUID event) {
        return follow(new ObservationVersion(
                told.observation(),
                new NewestVersion(told.version(), false),
                told.indicator(),
                told.region(),
                told.period(),
                told.kind(),
                told.recordedAt(),
                event));
    }

    /**
     * Takes note of a withdrawal.
     *
     * @param told what was told
     * @param event id of the event
     * @return as of a version that was recorded
     */
    public List<Citing> follow(ObservationWithdrawn told, UUID event) {
        return follow(new ObservationVersion(
                told.observation(),
                new NewestVersion(told.version(), true),
                told.indicator(),
                told.region(),
                told.period(),
                told.kind(),
                told.recordedAt(),
                event));
    }

    private List<Citing> follow(ObservationVersion told) {
        citations.hold(false);
        return versions.store(told) ? citations.citing(told.observation()) : List.of();
    }

    /**
     * Judges what cites an observation by its newest version, and keeps what changed.
     *
     * @param observation id of the observation
     * @param event id of the event that told of it
     */
    public void judge(UUID observation, UUID event) {
        NewestVersion newest = versions.newest(List.of(observation)).get(observation);
        List<Citation> before = citations.ofObservation(observation);
        List<Citation> now =
                before.stream().map(citation -> citation.judged(newest)).toList();
        citations.judge(now);
        // A flag is told again when there is a still newer version: the reporter has not seen that one.
        List<Citation> changed = IntStream.range(0, now.size())
                .filter(i -> now.get(i).state().flagged()
                        || now.get(i).state() != before.get(i).state())
                .mapToObj(now::get)
                .toList();
        citations.tell(changed, new CitationRepository.Cause(event, null, null, now()));
    }

    /**
     * Lets a reporter stand by a claim whose citations are flagged. The claim must be locked.
     *
     * @param claim id of the claim
     * @param by subject
     * @param note what the reporter says
     */
    public void confirm(UUID claim, String by, String note) {
        List<Citation> confirmed = citations.of(List.of(claim)).stream()
                .filter(citation -> citation.state().flagged())
                .map(Citation::confirmedNow)
                .toList();
        citations.judge(confirmed);
        citations.tell(confirmed, new CitationRepository.Cause(null, by, note, now()));
    }

    /**
     * The states of claims.
     *
     * @param claims ids of reports or matters
     * @return the gravest state of each that cites an observation
     */
    public Map<UUID, EvidenceState> states(Collection<UUID> claims) {
        return of(claims).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> EvidenceState.gravest(
                                entry.getValue().stream().map(Citation::state).toList())
                        .orElseThrow()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
