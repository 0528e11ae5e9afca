package org.finplan.tasks.register.entry;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.Problem;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.tasks.register.Register;
import org.finplan.tasks.register.RegisterError;
import org.finplan.tasks.register.Registers;

/** Takes many entries at once, in the transaction of the resource: all of them, or the good ones. */
@ApplicationScoped
class EntryImportService {

    static final String ATOMIC = "atomic";
    static final String PARTIAL = "partial";

    private final Registers registers;
    private final EntryService service;

    EntryImportService(Registers registers, EntryService service) {
        this.registers = registers;
        this.service = service;
    }

    /**
     * Enters what nothing is wrong with.
     *
     * @param code code of the register
     * @param plan plan code, or null when one plan only has the register
     * @param items the entries
     * @param mode atomic or partial
     * @param dryRun whether it is only tried
     * @param english whether the reader prefers English
     * @return what became of them
     * @throws ProblemException 422 with every place that is wrong, when the mode is atomic and it is not only tried
     */
    EntryImportResult take(
            String code,
            @Nullable String plan,
            List<EntryRequest> items,
            String mode,
            boolean dryRun,
            boolean english) {
        if (!List.of(ATOMIC, PARTIAL).contains(mode)) {
            throw ProblemException.invalidParameter("mode", mode, List.of(ATOMIC, PARTIAL));
        }
        Register register = registers.require(code, plan);
        registers.requireOpen(register);
        Map<Entry, EntryRequest> drafts = new LinkedHashMap<>();
        List<ProblemError> errors = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            try {
                drafts.put(service.draft(register, items.get(i)), items.get(i));
            } catch (ProblemException refused) {
                errors.addAll(placed("/items/" + i, refused));
            }
        }
        boolean rejected = mode.equals(ATOMIC) && !errors.isEmpty();
        if (rejected && !dryRun) {
            throw new ProblemException(RegisterError.IMPORT_REFUSED, RegisterError.IMPORT_REFUSED.title(), errors);
        }
        if (!dryRun) {
            drafts.forEach(service::keep);
        }
        String done = errors.isEmpty() ? "completed" : "completed-with-errors";
        int created = rejected ? 0 : drafts.size();
        return new EntryImportResult(
                Identifiers.next(),
                rejected ? "rejected" : done,
                mode,
                dryRun,
                new EntryImportResult.Counts(created, 0, 0, items.size() - created, 0),
                places(errors, english),
                List.of(),
                List.of());
    }

    private static List<ProblemError> placed(String item, ProblemException refused) {
        if (refused.errors().isEmpty()) {
            return List.of(new ProblemError(item, null, refused.code().code(), refused.detail(), List.of()));
        }
        return refused.errors().stream()
                .map(error -> new ProblemError(
                        item + error.pointer(), error.value(), error.code(), error.message(), error.accepted()))
                .toList();
    }

    private static List<Problem.Place> places(List<ProblemError> errors, boolean english) {
        return errors.stream()
                .map(error -> new Problem.Place(
                        error.pointer(),
                        error.value(),
                        error.code(),
                        error.message().in(english),
                        error.accepted()))
                .toList();
    }
}
