package org.finplan.tasks.supervision.opening;

import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.ReportOverdue;
import org.finplan.platform.outbox.EventHandler;

/** Opens a matter when a figure that was due is not there. */
@ApplicationScoped
class ReportOverdueHandler implements EventHandler<ReportOverdue> {

    private final Causes causes;

    ReportOverdueHandler(Causes causes) {
        this.causes = causes;
    }

    @Override
    public Class<ReportOverdue> type() {
        return ReportOverdue.class;
    }

    @Override
    public void handle(Event<ReportOverdue> event) {
        ReportOverdue data = event.data();
        LocalizedText name = new LocalizedText(
                data.regionName().zh() + data.indicatorName().zh(),
                data.indicatorName().en() + ", " + data.regionName().en());
        causes.overdue(
                new Causes.About(data.plan(), data.indicator(), data.region(), name), data.period(), data.dueOn());
    }
}
