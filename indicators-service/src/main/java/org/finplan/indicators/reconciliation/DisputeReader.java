package org.finplan.indicators.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.finplan.indicators.plan.PlanParameters;
import org.finplan.indicators.region.Parts;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** Reads which cell a request is about, and says everything that is wrong with it at once. */
@ApplicationScoped
class DisputeReader {

    private final PlanRegister register;
    private final PlanScope plans;

    DisputeReader(PlanRegister register, PlanScope plans) {
        this.register = register;
        this.plans = plans;
    }

    /** A cell that exists. */
    record Content(IndicatorDefinition indicator, String whole, String region, Period period) {}

    /**
     * Reads a request.
     *
     * @param request the request
     * @return the cell
     * @throws ProblemException 422 with everything that is wrong
     */
    Content read(DisputeRequest request) {
        if (request == null) {
            throw rejection(List.of(error("", null, DisputeError.FIELD_MISSING, List.of())));
        }
        List<ProblemError> errors = new ArrayList<>();
        PlanPackage plan = plans.find(request.plan()).orElse(null);
        require("/plan", request.plan(), plan, plans.codes(), errors);
        List<IndicatorDefinition> indicators = plan == null ? List.of() : plan.indicators();
        IndicatorDefinition indicator = indicators.stream()
                .filter(row -> row.code().equals(request.indicator()))
                .findFirst()
                .orElse(null);
        List<String> codes = indicators.stream().map(IndicatorDefinition::code).toList();
        require("/indicator", request.indicator(), indicator, codes, errors);
        String about = Objects.toString(request.period(), "");
        Period period = (plan == null ? Period.find(about) : PlanParameters.period(plan, about)).orElse(null);
        require("/period", request.period(), period, Period.NOTATIONS, errors);
        String whole = request.whole() == null && plan != null ? plan.city() : request.whole();
        if (plan != null && period != null) {
            checkRegion(request, plan, whole, period, errors);
        }
        if (request.note() == null
                || request.note().isBlank()
                || request.note().length() > DisputeRequest.LONGEST_NOTE) {
            errors.add(error("/note", null, DisputeError.FIELD_MISSING, List.of("1.." + DisputeRequest.LONGEST_NOTE)));
        }
        if (!errors.isEmpty()) {
            throw rejection(errors);
        }
        return new Content(indicator, whole, request.region(), period);
    }

    private void checkRegion(
            DisputeRequest request, PlanPackage plan, String whole, Period period, List<ProblemError> errors) {
        boolean ofThePlan = register.territory(plan.plan().code()).contains(whole);
        List<String> parts = Parts.of(register.regions(), whole, period).all();
        if (!ofThePlan || parts.isEmpty()) {
            errors.add(error("/whole", whole, DisputeError.UNKNOWN_CODE, List.of(plan.city())));
            return;
        }
        List<String> accepted = Stream.concat(Stream.of(whole), parts.stream()).toList();
        String region = accepted.contains(request.region()) ? request.region() : null;
        require("/region", request.region(), region, accepted, errors);
    }

    private static void require(
            String pointer, String text, Object found, List<String> accepted, List<ProblemError> errors) {
        if (found == null) {
            ErrorCode code = text == null ? DisputeError.FIELD_MISSING : DisputeError.UNKNOWN_CODE;
            errors.add(error(pointer, text, code, accepted));
        }
    }

    private static ProblemError error(String pointer, String value, ErrorCode code, List<String> accepted) {
        return new ProblemError(pointer, value, code.code(), code.title(), accepted);
    }

    private static ProblemException rejection(List<ProblemError> errors) {
        boolean missing = errors.stream().allMatch(error -> error.code().equals(DisputeError.FIELD_MISSING.code()));
        return new ProblemException(
                missing ? DisputeError.FIELD_MISSING : DisputeError.UNKNOWN_CODE,
                new LocalizedText("请求有 " + errors.size() + " 处错误。", "The request has " + errors.size() + " fault(s)."),
                errors);
    }
}
