package org.finplan.risk.institution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.list.CodeParameter;

/** Reads the register for the caller. */
@ApplicationScoped
class InstitutionQueryService {

    private final InstitutionRepository register;
    private final Institutions institutions;
    private final InstitutionKinds kinds;
    private final PlanRegister plans;
    private final RegionScope scope;

    InstitutionQueryService(
            InstitutionRepository register,
            Institutions institutions,
            InstitutionKinds kinds,
            PlanRegister plans,
            RegionScope scope) {
        this.register = register;
        this.institutions = institutions;
        this.kinds = kinds;
        this.plans = plans;
        this.scope = scope;
    }

    @Transactional
    Page<InstitutionView> list(String kind, String region, String status, PageParameters paging) {
        RegionSet readable = scope.readable();
        InstitutionFilter filter = new InstitutionFilter(
                CodeParameter.of("kind", kind, kinds.codes()),
                CodeParameter.ofRegion("region", region, plans.regionCodes(), readable),
                CodeParameter.of("status", status, InstitutionStatus.codes()));
        List<Institution> rows =
                register.page(filter, readable, paging.afterKey().orElse(null), paging.limit() + 1);
        Long total = paging.countsExactly() ? register.count(filter, readable) : null;
        return Page.of(rows, paging.limit(), row -> paging.cursor(row.uscc()), total)
                .map(InstitutionView::of);
    }

    Institution get(String uscc) {
        return institutions.require(uscc);
    }

    @Transactional
    List<StatusPeriod> history(String uscc) {
        institutions.require(uscc);
        return register.history(uscc);
    }

    List<InstitutionKind> kinds() {
        return kinds.all();
    }
}
