package org.finplan.tasks.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.tasks.task.Responsibility;
import org.finplan.tasks.task.Units;

/** Whether units can be given a task as a request says. */
@ApplicationScoped
public class AssignmentCheck {

    private final Units units;

    AssignmentCheck(Units units) {
        this.units = units;
    }

    /**
     * Refuses what cannot be assigned, with every place at once.
     *
     * @param plan plan of the task
     * @param wanted the units
     * @throws ProblemException 422 with the places
     */
    void require(String plan, Responsibility wanted) {
        List<ProblemError> places = faults(plan, wanted, "");
        if (!places.isEmpty()) {
            throw AssignmentError.of(places.get(0).code()).with(places);
        }
    }

    /**
     * Finds what cannot be assigned.
     *
     * @param plan plan of the task
     * @param wanted the units
     * @param pointer where the request names them
     * @return every wrong place, at most {@link Responsibility#MOST} unknown units
     */
    public List<ProblemError> faults(String plan, Responsibility wanted, String pointer) {
        List<ProblemError> places = new ArrayList<>();
        for (Responsibility.Fault fault : wanted.faults()) {
            AssignmentError kind = error(fault.kind());
            places.add(kind.at(
                    pointer + fault.pointer(),
                    fault.unit(),
                    kind == AssignmentError.TOO_MANY_UNITS ? List.of("0/" + Responsibility.MOST) : List.of()));
        }
        for (Map.Entry<String, String> place : wanted.places()) {
            if (places.size() < Responsibility.MOST && !units.isUnit(plan, place.getValue())) {
                places.add(AssignmentError.UNKNOWN_UNIT.at(pointer + place.getKey(), place.getValue(), List.of()));
            }
        }
        return places;
    }

    private static AssignmentError error(Responsibility.FaultKind kind) {
        return switch (kind) {
            case REPEATED -> AssignmentError.REPEATED_UNIT;
            case TWO_ROLES -> AssignmentError.TWO_ROLES;
            case TOO_MANY -> AssignmentError.TOO_MANY_UNITS;
        };
    }
}
