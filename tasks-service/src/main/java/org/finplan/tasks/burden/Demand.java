package org.finplan.tasks.burden;

import java.util.List;
import org.finplan.tasks.evidence.Figures.Series;
import org.finplan.tasks.supervision.OpenMatters.OpenMatter;
import org.finplan.tasks.task.search.AskedLeaves.AskedLeaf;

/** What somebody is asked for, before it is known which figures it is about. */
sealed interface Demand {

    /** {@return the series that it is linked to} */
    List<Series> series();

    /** {@return itself, as others see it} */
    Datum.Other self();

    /**
     * A leaf asks a region for its progress.
     *
     * @param asked the leaf and the region
     */
    record OfLeaf(AskedLeaf asked) implements Demand {

        @Override
        public List<Series> series() {
            return asked.indicators().stream()
                    .map(indicator -> new Series(indicator, asked.region()))
                    .toList();
        }

        @Override
        public Datum.Other self() {
            return new Datum.Other(
                    DemandKind.PROGRESS, asked.key().plan(), asked.key().id());
        }
    }

    /**
     * An open matter asks its unit for an answer.
     *
     * @param matter the matter
     */
    record OfMatter(OpenMatter matter) implements Demand {

        @Override
        public List<Series> series() {
            return matter.indicator() == null ? List.of() : List.of(new Series(matter.indicator(), matter.region()));
        }

        @Override
        public Datum.Other self() {
            return new Datum.Other(DemandKind.SUPERVISION, null, matter.id().toString());
        }
    }
}
