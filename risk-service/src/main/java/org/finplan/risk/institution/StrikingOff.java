package org.finplan.risk.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;

/** Ends an institution's life in the register at the end of its exit. */
@ApplicationScoped
public class StrikingOff {

    private final InstitutionRepository register;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    StrikingOff(InstitutionRepository register, AuditTrail audit, Caller caller, Clock clock) {
        this.register = register;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Gives an institution the status cancelled; one that has it keeps its date.
     *
     * @param institution as {@link Institutions#requireWritable} gave it in this transaction
     * @param since first day of the status, not before that of the status now
     * @param reason why
     * @throws org.finplan.platform.problem.ProblemException 422 {@code dates-contradict} at {@code /on} for an earlier day
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void cancel(Institution institution, LocalDate since, String reason) {
        if (institution.status() == InstitutionStatus.CANCELLED) {
            return;
        }
        if (since.isBefore(institution.since())) {
            throw InstitutionProblems.dates("/on", since, institution.since() + "/..");
        }
        Institution after = institution.in(
                InstitutionStatus.CANCELLED, since, clock.instant().truncatedTo(ChronoUnit.MICROS));
        register.update(after, caller.subject());
        register.appendStatus(after, reason, caller.subject());
        audit.record(
                "institution.change-status",
                Institution.path(institution.uscc()),
                institution.region(),
                InstitutionStatus.CANCELLED.code());
    }
}
