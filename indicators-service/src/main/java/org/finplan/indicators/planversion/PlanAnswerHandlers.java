package org.finplan.indicators.planversion;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.GatewayPlanAnswered;
import org.finplan.platform.events.PlanAnswered;
import org.finplan.platform.events.RiskPlanAnswered;
import org.finplan.platform.events.TasksPlanAnswered;
import org.finplan.platform.outbox.EventHandler;
import org.finplan.platform.planversion.PackageStore;

/** Keeps what the programs answer; what follows from it is decided by {@link OwnedVersions}. */
final class PlanAnswerHandlers {

    private PlanAnswerHandlers() {}

    /** The answer of any program. The first of one program to a version counts. */
    abstract static class Kept<T extends EventData & PlanAnswered> implements EventHandler<T> {

        private final PackageStore store;
        private final PublicationRepository publications;

        Kept(PackageStore store, PublicationRepository publications) {
            this.store = store;
            this.publications = publications;
        }

        @Override
        public void handle(Event<T> event) {
            PlanAnswered data = event.data();
            // A refusal tells the fingerprint that the program has, which may be another.
            store.find(data.plan(), data.version())
                    .filter(known -> !data.prepared() || known.fingerprint().equals(data.fingerprint()))
                    .ifPresent(known -> publications.answer(
                            data.plan(),
                            data.version(),
                            new Answer(event.source().substring(1), data.prepared(), data.reason(), event.time())));
        }
    }

    @ApplicationScoped
    static class OfTasks extends Kept<TasksPlanAnswered> {

        OfTasks(PackageStore store, PublicationRepository publications) {
            super(store, publications);
        }

        @Override
        public Class<TasksPlanAnswered> type() {
            return TasksPlanAnswered.class;
        }
    }

    @ApplicationScoped
    static class OfRisk extends Kept<RiskPlanAnswered> {

        OfRisk(PackageStore store, PublicationRepository publications) {
            super(store, publications);
        }

        @Override
        public Class<RiskPlanAnswered> type() {
            return RiskPlanAnswered.class;
        }
    }

    @ApplicationScoped
    static class OfGateway extends Kept<GatewayPlanAnswered> {

        OfGateway(PackageStore store, PublicationRepository publications) {
            super(store, publications);
        }

        @Override
        public Class<GatewayPlanAnswered> type() {
            return GatewayPlanAnswered.class;
        }
    }
}
