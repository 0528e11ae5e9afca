package org.finplan.indicators.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.indicators.observation.FigurePosition;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.Observations;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.ReleasedFigures;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Reads releases and their figures, as far as the caller may see them. */
@ApplicationScoped
class ReleaseReader {

    private final ReleaseRepository releases;
    private final StagedRepository staged;
    private final Observations observations;
    private final Caller caller;
    private final RegionScope scope;

    ReleaseReader(
            ReleaseRepository releases,
            StagedRepository staged,
            Observations observations,
            Caller caller,
            RegionScope scope) {
        this.releases = releases;
        this.staged = staged;
        this.observations = observations;
        this.caller = caller;
        this.scope = scope;
    }

    /** A figure of a release. */
    record Listed(ObservationKey key, ReleaseView.FigureView view) {}

    /** {@return the release, empty when the caller sees none} */
    Optional<Release> find(UUID id) {
        return releases.find(id, reader())
                .map(release -> withFigures(List.of(release)).get(0));
    }

    /**
     * Finds a release that the caller may see.
     *
     * @param id id
     * @return the release
     * @throws ProblemException 404 when the caller sees none
     */
    Release get(UUID id) {
        return find(id).orElseThrow(() -> new ProblemException(
                WebError.NOT_FOUND, new LocalizedText("没有发布 " + id + "。", "There is no release " + id + ".")));
    }

    private ReleaseRepository.Reader reader() {
        return new ReleaseRepository.Reader(caller.subject(), scope.cities(), scope.readsEveryCity());
    }

    /** {@return whether the caller sees and stages its figures before its time} */
    boolean isAuthor(Release release) {
        return release.authors().contains(caller.subject());
    }

    /**
     * Reads a page of those that the caller may see, latest times first.
     *
     * @param states only these
     * @param after position of the last one of the page before, or null
     * @param limit size of the page
     * @return one more than the limit when there are more
     */
    List<Release> page(Set<ReleaseState> states, ReleasePosition after, int limit) {
        Set<ReleaseState> kept = EnumSet.copyOf(states);
        if (kept.remove(ReleaseState.SUPERSEDED)) {
            kept.add(ReleaseState.RELEASED);
        }
        List<Release> page = new ArrayList<>();
        ReleasePosition from = after;
        boolean more = true;
        while (more && page.size() <= limit) {
            List<Release> read = releases.page(reader(), kept, from, limit + 1);
            more = read.size() > limit;
            if (more) {
                Release last = read.get(limit);
                from = new ReleasePosition(last.releaseAt(), last.id());
            }
            withFigures(read).stream()
                    .filter(release -> states.contains(release.state()))
                    .forEach(page::add);
        }
        return page.subList(0, Math.min(page.size(), limit + 1));
    }

    /** {@return a page of the figures of a release as far as the caller's regions reach, one more when there are more} */
    List<Listed> figures(Release release, Optional<FigurePosition> after, int limit) {
        return switch (release.state()) {
            case STAGED, CANCELLED ->
                staged.page(release.id(), publication(release), after, limit + 1).stream()
                        .map(found -> new Listed(found.figure().key(), ReleaseView.FigureView.of(found)))
                        .toList();
            case RELEASED, SUPERSEDED ->
                observations.ofRelease(release.id(), after, limit).stream()
                        .map(found -> new Listed(found.key(), ReleaseView.FigureView.of(found)))
                        .toList();
        };
    }

    /**
     * What a restored release leaves in place.
     *
     * @param release a release
     * @return null when it restores none; otherwise what releases after the restored one brought beside its figures, as far as
     *     it still counts and the caller sees it
     */
    List<ReleaseView.Left> left(Release release) {
        if (release.restores() == null) {
            return null;
        }
        Release former = get(release.restores());
        List<ObservationKey> keys = staged.staged(former.id(), publication(former)).stream()
                .map(found -> found.figure().key())
                .toList();
        Map<UUID, Long> left =
                observations.leftOfReleasesAfter(keys, former.end().at(), ReleaseService.MOST_FIGURES).stream()
                        .collect(Collectors.groupingBy(
                                version -> version.publication().release(), TreeMap::new, Collectors.counting()));
        return left.entrySet().stream()
                .map(entry ->
                        new ReleaseView.Left(entry.getKey(), entry.getValue().intValue()))
                .toList();
    }

    /** The owner of the figures knows how many a release brought, and whether all of them have a later version. */
    private List<Release> withFigures(List<Release> read) {
        Map<UUID, ReleasedFigures> brought = observations.broughtBy(read.stream()
                .filter(release -> release.state() == ReleaseState.RELEASED)
                .map(Release::id)
                .toList());
        return read.stream()
                .map(release -> release.with(brought.get(release.id())))
                .toList();
    }

    static Publication publication(Release release) {
        return new Publication(release.releaseAt(), release.id(), release.audience());
    }
}
