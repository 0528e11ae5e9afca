package org.finplan.indicators.plan;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.jboss.resteasy.reactive.RestResponse;

/** The plans that are loaded. */
@Path("/api/v1/plans")
@PermissionsAllowed(PermissionName.PLANS_READ)
@Tag(name = "Plan")
class PlanResource {

    private final PlanScope plans;

    PlanResource(PlanScope plans) {
        this.plans = plans;
    }

    /**
     * A plan as it is sent.
     *
     * @param code plan code
     * @param title the title
     * @param documentNumber number of the document that issued it
     * @param issued day of issue
     * @param issuer organisation code of the issuer
     * @param horizon first and last year, such as {@code 2021/2025}
     * @param baselineYear year that the plan starts from
     * @param targetYear year of its targets
     * @param tableClause clause of the indicator table
     * @param fingerprint SHA-256 of the package it was loaded from
     */
    record PlanView(
            String code,
            LocalizedText title,
            String documentNumber,
            LocalDate issued,
            String issuer,
            String horizon,
            int baselineYear,
            int targetYear,
            String tableClause,
            String fingerprint) {

        static PlanView of(PlanPackage read) {
            Plan plan = read.plan();
            return new PlanView(
                    plan.code(),
                    plan.title(),
                    plan.documentNumber(),
                    plan.issued(),
                    plan.issuer(),
                    plan.horizon().text(),
                    plan.baselineYear(),
                    plan.targetYear(),
                    plan.tableClause(),
                    read.fingerprint());
        }
    }

    @GET
    @Operation(
            operationId = "listPlans",
            summary = "Lists the plans of the caller's cities.",
            description = "A plan is data that is built in; there is one item for each. All are on one page.")
    public Page<PlanView> list() {
        return new Page<>(plans.packages().stream().map(PlanView::of).toList(), null, null);
    }

    @GET
    @Path("/{plan}")
    @Operation(
            operationId = "getPlan",
            summary = "Reads a plan.",
            description = "Title, issuer, horizon and the fingerprint of its data, which is also its ETag.")
    public RestResponse<PlanView> get(
            @PathParam("plan") String plan, @HeaderParam("If-None-Match") String ifNoneMatch) {
        PlanPackage read = read(plan);
        return Preconditions.answer(ifNoneMatch, EntityTags.of(read.fingerprint()), PlanView.of(read));
    }

    @GET
    @Path("/{plan}/clauses")
    @Operation(
            operationId = "listClauses",
            summary = "Lists the clauses of a plan in the order of the text.",
            description = "Every number and task of the plan refers to a clause by its id.")
    public Page<Clause> clauses(@PathParam("plan") String plan, @BeanParam PageParameters page) {
        List<Clause> clauses = read(plan).clauses();
        String after = page.afterKey().orElse(null);
        int from = after == null ? 0 : ids(clauses).indexOf(after) + 1;
        List<Clause> rest = clauses.subList(from, Math.min(clauses.size(), from + page.limit() + 1));
        return Page.of(
                rest,
                page.limit(),
                clause -> page.cursor(clause.id()),
                page.countsExactly() ? (long) clauses.size() : null);
    }

    @GET
    @Path("/{plan}/clauses/{clause}")
    @Operation(
            operationId = "getClause",
            summary = "Reads a clause of a plan.",
            description = "With its text and the clause that it belongs to.")
    public Clause clause(@PathParam("plan") String plan, @PathParam("clause") String clause) {
        return read(plan)
                .clause(clause)
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND,
                        new LocalizedText("规划没有条款 " + clause + "。", "The plan has no clause " + clause + ".")));
    }

    private static List<String> ids(List<Clause> clauses) {
        return clauses.stream().map(Clause::id).toList();
    }

    private PlanPackage read(String plan) {
        return plans.find(plan)
                .orElseThrow(() -> new ProblemException(
                        WebError.NOT_FOUND, new LocalizedText("没有规划 " + plan + "。", "There is no plan " + plan + ".")));
    }
}
