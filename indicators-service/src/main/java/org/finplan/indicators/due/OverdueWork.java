package org.finplan.indicators.due;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.outage.DueWork;
import org.finplan.platform.plan.PlanRegister;

/**
 * Looks through one plan after the other for figures that have become overdue, on any day and at any hour: that a figure is missing
 * is a fact. What follows from it, deadlines and reminders, keeps to working days where it is decided.
 */
@ApplicationScoped
class OverdueWork implements DueWork {

    private final PlanRegister register;
    private final OverdueReportRepository reports;
    private final OverdueBatch batch;
    private final Clock clock;

    OverdueWork(PlanRegister register, OverdueReportRepository reports, OverdueBatch batch, Clock clock) {
        this.register = register;
        this.reports = reports;
        this.batch = batch;
        this.clock = clock;
    }

    /** {@return the watches of the plans in force; a plan that is met for the first time is watched from now on} */
    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> due() {
        return reports.watch(register.codes(), clock.instant().truncatedTo(ChronoUnit.MICROS)).stream()
                .map(OverdueReportRepository.Watch::id)
                .toList();
    }

    @Override
    public void perform(UUID id) {
        int told;
        do {
            told = batch.tell(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        } while (told == OverdueBatch.AT_ONCE);
    }
}
