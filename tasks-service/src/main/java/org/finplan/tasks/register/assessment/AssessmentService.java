package org.finplan.tasks.register.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.tasks.register.RegisterError;
import org.finplan.tasks.register.entry.Entries;
import org.finplan.tasks.register.entry.Entry;

/** Records assessments, in the transaction of the resource. What has left the register may still be assessed. */
@ApplicationScoped
class AssessmentService {

    private final Entries entries;
    private final AssessmentRepository repository;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    AssessmentService(Entries entries, AssessmentRepository repository, AuditTrail audit, Caller caller, Clock clock) {
        this.entries = entries;
        this.repository = repository;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    Assessment assess(String register, UUID id, AssessmentRequest request) {
        Entries.Found found = entries.open(register, id);
        Entry entry = found.entry();
        if (!found.register().definition().assessed()) {
            throw RegisterError.NOT_ASSESSED.at("path:register", register, List.of());
        }
        requireDate(entry, request.date());
        Assessment assessment = new Assessment(
                Identifiers.next(),
                id,
                request.date(),
                request.by(),
                request.finding(),
                request.evidence(),
                caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        repository.insert(assessment);
        audit.record("register.assess", entry.path(), entry.region(), request.by());
        return assessment;
    }

    @Transactional
    List<Assessment> list(String register, UUID id) {
        return repository.of(entries.require(register, id).entry().id());
    }

    private void requireDate(Entry entry, LocalDate date) {
        LocalDate today = BusinessTime.today(clock);
        if (date.isAfter(today)) {
            throw RegisterError.DATE_IN_FUTURE.at("/date", date.toString(), List.of("../" + today));
        }
        if (date.isBefore(entry.enteredOn())) {
            throw RegisterError.DATE_BEFORE_LAST.at("/date", date.toString(), List.of(entry.enteredOn() + "/.."));
        }
    }
}
