package org.finplan.risk.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.list.CodeParameter;
import org.finplan.risk.list.TimePosition;
import org.finplan.risk.supervision.SupervisionRecordRepository.Position;

/** Reads records of supervision for the caller. */
@ApplicationScoped
class SupervisionQueryService {

    private final SupervisionRecordRepository records;
    private final SupervisionCodes codes;
    private final PlanRegister plans;
    private final RegionScope scope;

    SupervisionQueryService(
            SupervisionRecordRepository records, SupervisionCodes codes, PlanRegister plans, RegionScope scope) {
        this.records = records;
        this.codes = codes;
        this.plans = plans;
        this.scope = scope;
    }

    /** Checks the codes of a filter as it was sent, and reads the page. */
    @Transactional
    Page<SupervisionRecord> list(SupervisionRecordFilter sent, PageParameters paging) {
        RegionSet readable = scope.readable();
        CodeParameter.of("channel", sent.channel(), codes.channelCodes());
        CodeParameter.ofRegion("region", sent.region(), plans.regionCodes(), readable);
        CodeParameter.of("party", sent.party(), codes.partyCodes());
        CodeParameter.of("mode", sent.mode(), SupervisionRecordService.MODES);
        Position after = paging.after().map(SupervisionQueryService::position).orElse(null);
        List<SupervisionRecord> rows = records.page(sent, readable, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? records.count(sent, readable) : null;
        return Page.of(
                rows,
                paging.limit(),
                row -> paging.cursor(row.on().toString(), row.id().toString()),
                total);
    }

    @Transactional
    SupervisionRecord get(UUID id, @Nullable Instant asOf) {
        return records.find(id, asOf, scope.readable()).orElseThrow(() -> SupervisionRecordService.notFound(id));
    }

    @Transactional
    List<SupervisionRecord> versions(UUID id) {
        List<SupervisionRecord> versions = records.versions(id, scope.readable());
        if (versions.isEmpty()) {
            throw SupervisionRecordService.notFound(id);
        }
        return versions;
    }

    List<SupervisionCode> channels() {
        return codes.channels();
    }

    List<SupervisionCode> parties() {
        return codes.parties();
    }

    private static Position position(List<String> keys) {
        UUID id = TimePosition.id(keys);
        try {
            return new Position(LocalDate.parse(keys.get(0)), id);
        } catch (DateTimeException noDate) {
            throw TimePosition.damaged(keys);
        }
    }
}
