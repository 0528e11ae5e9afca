package org.finplan.indicators.recording;

import java.util.List;
import org.finplan.indicators.definition.Comparability;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.NewVersion;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.events.ObservationWithdrawn;
import org.finplan.platform.events.TargetRevised;
import org.finplan.platform.outbox.NewEvent;

/** What others are told of figures and targets. Targets as printed in a document are figures, but not told as such. */
final class FigureEvents {

    private final Definitions definitions;

    FigureEvents(Definitions definitions) {
        this.definitions = definitions;
    }

    /** {@return the events of those figures that count, in their order} */
    List<NewEvent> ofFigures(List<NewVersion> figures) {
        return figures.stream()
                .filter(NewVersion::counts)
                .filter(figure -> figure.version().key().kind() != ObservationKind.TARGET)
                .map(figure -> figure.version().withdrawn()
                        ? withdrawal(figure.version())
                        : event(figure.version(), figure.previous()))
                .toList();
    }

    /** {@return the events of those targets that are judged, in their order} */
    List<NewEvent> ofTargets(List<Target> targets) {
        return targets.stream().filter(Target::primary).map(FigureEvents::event).toList();
    }

    private static NewEvent withdrawal(Observation version) {
        return new NewEvent(
                new ObservationWithdrawn(
                        version.id(),
                        version.key().indicator(),
                        version.key().region(),
                        version.period().text(),
                        version.key().kind().code(),
                        version.version(),
                        version.reason().code(),
                        version.recordedAt()),
                aggregate(version.key()),
                subject(version),
                version.key().region());
    }

    private NewEvent event(Observation version, Observation previous) {
        ObservationKey key = version.key();
        return new NewEvent(
                new ObservationRecorded(
                        version.id(),
                        key.indicator(),
                        key.region(),
                        version.period().text(),
                        key.kind().code(),
                        version.figure().value(),
                        version.figure().unit(),
                        version.status().code(),
                        version.version(),
                        previous == null ? null : previous.figure().value(),
                        version.reason() == null ? null : version.reason().code(),
                        version.source().title(),
                        version.source().quality(),
                        version.recordedAt(),
                        version.releasedAt(),
                        version.publication().release(),
                        version.publication().audience().code(),
                        key.variant().equals(ObservationKey.COMPUTED)
                                ? version.source().reference()
                                : null,
                        definitions.code(version),
                        comparability(version, previous)),
                aggregate(key),
                subject(version),
                key.region());
    }

    /** Of the value and the one before, which are told beside each other; null when they can be compared as they are. */
    private String comparability(Observation version, Observation previous) {
        if (previous == null || previous.figure().value() == null) {
            return null;
        }
        Comparability found = definitions.compare(List.of(previous, version)).comparability();
        return found == Comparability.COMPARABLE ? null : found.code();
    }

    private static String aggregate(ObservationKey key) {
        return "observation/" + key.indicator() + "/" + key.region() + "/"
                + key.kind().code();
    }

    private static String subject(Observation version) {
        return "/api/v1/observations/" + version.id();
    }

    private static NewEvent event(Target target) {
        TargetKey key = target.key();
        return new NewEvent(
                new TargetRevised(
                        key.plan(),
                        key.indicator(),
                        key.region(),
                        key.year(),
                        target.version(),
                        target.comparator().code(),
                        target.value(),
                        target.upper(),
                        target.unit(),
                        target.recordedAt()),
                "target/" + key.plan() + "/" + key.indicator() + "/" + key.region(),
                "/api/v1/targets/" + target.id(),
                key.region());
    }
}
