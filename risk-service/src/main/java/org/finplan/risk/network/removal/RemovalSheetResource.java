package org.finplan.risk.network.removal;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.web.openapi.Refuses;
import org.finplan.platform.web.sheet.Sheet;
import org.finplan.risk.network.snapshot.NetworkError;
import org.finplan.risk.network.snapshot.NetworkSheets;
import org.jboss.resteasy.reactive.RestResponse;

/** Which guarantees should go, for spreadsheets. */
@Path("/api/v1/networks/{id}/cheapest-removals.csv")
@Tag(name = "Networks")
class RemovalSheetResource {

    private static final Sheet<Step> STEPS = Sheet.of(Step.class)
            .column("步", "step", Step::number)
            .column("合同", "contract", row -> row.step().contract())
            .column("被担保企业", "borrower", row -> row.step().borrower())
            .column(
                    "解除担保企业",
                    "guarantors released",
                    row -> String.join(";", row.step().guarantors()))
            .column("金额", "amount", row -> row.step().amount())
            .column("累计金额", "cost so far", Step::cost)
            .column("解除前影响", "impact before", row -> row.step().impactBefore())
            .column("解除后影响", "impact after", row -> row.step().impactAfter());

    private final RemovalService removals;
    private final NetworkSheets sheets;

    RemovalSheetResource(RemovalService removals, NetworkSheets sheets) {
        this.removals = removals;
        this.sheets = sheets;
    }

    /** A step, with its number and what it and those before it cost. */
    private record Step(int number, RemovalView.StepView step, BigDecimal cost) {}

    @POST
    @Produces(Sheet.MEDIA_TYPE)
    @PermissionsAllowed(PermissionName.NETWORKS_READ)
    @Refuses(
            with = NetworkError.class,
            codes = {
                NetworkError.Code.OUT_OF_RANGE,
                NetworkError.Code.NOT_APPLICABLE,
                NetworkError.Code.FIGURE_MISSING,
                NetworkError.Code.TOO_LARGE_TO_RANK
            })
    @Operation(
            operationId = "exportCheapestRemovals",
            summary = "Guarantees whose removal brings the impact of a component under a bound, as CSV",
            description = "The steps of findCheapestRemovals, with what they cost together; nothing is stored.")
    public RestResponse<StreamingOutput> remove(
            @PathParam("id") UUID id,
            @NotNull @Valid RemovalRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String languages) {
        return sheets.answer(
                id,
                STEPS,
                new LocalizedText("解除担保", "removals"),
                languages,
                steps(removals.remove(id, request)).stream());
    }

    private static List<Step> steps(RemovalView found) {
        List<Step> steps = new ArrayList<>();
        BigDecimal cost = BigDecimal.ZERO;
        for (RemovalView.StepView step : found.steps()) {
            cost = cost.add(step.amount());
            steps.add(new Step(steps.size() + 1, step, cost));
        }
        return steps;
    }
}
