package org.finplan.risk.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.InstitutionProblems;
import org.finplan.risk.institution.Institutions;

/** Enters, corrects and takes back records of supervision. The resource method begins the transaction of a post. */
@ApplicationScoped
class SupervisionRecordService {

    static final List<String> MODES = List.of("online", "offline");
    private static final String ACCOUNT = "account";

    private final SupervisionRecordRepository records;
    private final SupervisionCodes codes;
    private final Institutions institutions;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    SupervisionRecordService(
            SupervisionRecordRepository records,
            SupervisionCodes codes,
            Institutions institutions,
            AuditTrail audit,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.codes = codes;
        this.institutions = institutions;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    SupervisionRecord enter(String uscc, SupervisionRecordRequest request) {
        Institution institution = institutions.requireWritable(uscc);
        check(request);
        Instant now = now();
        SupervisionRecord record = new SupervisionRecord(
                Identifiers.next(),
                1,
                uscc,
                institution.region(),
                request.channel(),
                request.mode(),
                request.on(),
                request.title(),
                request.findings(),
                request.someAmounts(),
                request.someAttachments(),
                request.party(),
                false,
                null,
                caller.subject(),
                now,
                caller.subject(),
                now);
        records.insert(record);
        return recorded(record, "enter");
    }

    @Transactional
    SupervisionRecord correct(UUID id, @Nullable String ifMatch, SupervisionRecordRequest request) {
        SupervisionRecord before = take(id, ifMatch);
        check(request);
        if (request.reason() == null) {
            throw SupervisionError.REASON_REQUIRED.at("/reason", null, List.of());
        }
        SupervisionRecord after = before.corrected(request, caller.subject(), now());
        records.replace(after);
        return recorded(after, "correct");
    }

    SupervisionRecord withdraw(UUID id, @Nullable String ifMatch, String reason) {
        SupervisionRecord after = take(id, ifMatch).takenBack(reason, caller.subject(), now());
        records.replace(after);
        return recorded(after, "withdraw");
    }

    private SupervisionRecord take(UUID id, @Nullable String ifMatch) {
        RegionSet readable = scope.readable();
        institutions.requireWritable(
                records.find(id, null, readable).orElseThrow(() -> notFound(id)).institution());
        records.lock(id);
        SupervisionRecord record = records.find(id, null, readable).orElseThrow(() -> notFound(id));
        Preconditions.requireMatch(ifMatch, EntityTags.of(record.version()));
        if (record.withdrawn()) {
            throw SupervisionError.WITHDRAWN.at("", null, List.of());
        }
        return record;
    }

    private void check(SupervisionRecordRequest request) {
        if (!codes.channelCodes().contains(request.channel())) {
            throw SupervisionError.UNKNOWN_CHANNEL.at("/channel", request.channel(), codes.channelCodes());
        }
        if (!MODES.contains(request.mode())) {
            throw SupervisionError.UNKNOWN_MODE.at("/mode", request.mode(), MODES);
        }
        if (request.party() != null && !codes.partyCodes().contains(request.party())) {
            throw SupervisionError.UNKNOWN_PARTY.at("/party", request.party(), codes.partyCodes());
        }
        LocalDate today = BusinessTime.today(clock);
        if (request.on().isAfter(today)) {
            throw InstitutionProblems.dates("/on", request.on(), "../" + today);
        }
        if (request.channel().equals(ACCOUNT)) {
            requireNoNumber("/title", request.title());
            requireNoNumber("/findings", request.findings());
        }
    }

    /** The text is not said again: it would put the number into logs. */
    private static void requireNoNumber(String pointer, String text) {
        if (AccountNumbers.in(text)) {
            throw SupervisionError.ACCOUNT_NUMBER.at(pointer, null, List.of());
        }
    }

    private SupervisionRecord recorded(SupervisionRecord record, String action) {
        audit.record(
                "supervision-record." + action,
                SupervisionRecord.path(record.id()),
                record.region(),
                record.institution() + " " + record.channel() + " " + record.on());
        return record;
    }

    static ProblemException notFound(UUID id) {
        return new ProblemException(
                WebError.NOT_FOUND,
                new LocalizedText("没有监管记录 " + id + "。", "There is no record of supervision " + id + "."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
