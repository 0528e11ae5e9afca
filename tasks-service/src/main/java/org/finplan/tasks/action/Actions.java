package org.finplan.tasks.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.finplan.platform.problem.ErrorCode;

/**
 * What the caller may do to a resource now.
 *
 * @param allowed names of the actions that are open
 * @param blocked the others, each with its reason
 */
public record Actions(List<String> allowed, List<BlockedAction> blocked) {

    /**
     * Sorts actions by whether something stands against them.
     *
     * @param actions all that the resource knows
     * @param name the name of an action on the wire
     * @param obstacle what stands against an action now, empty when nothing does
     * @param <A> the actions
     * @return the two lists, in the order of the actions
     */
    public static <A> Actions of(
            A[] actions, Function<A, String> name, Function<A, Optional<? extends ErrorCode>> obstacle) {
        List<String> allowed = new ArrayList<>();
        List<BlockedAction> blocked = new ArrayList<>();
        for (A action : actions) {
            Optional<? extends ErrorCode> found = obstacle.apply(action);
            if (found.isEmpty()) {
                allowed.add(name.apply(action));
            } else {
                blocked.add(new BlockedAction(name.apply(action), found.get().title()));
            }
        }
        return new Actions(allowed, blocked);
    }

    /**
     * Adds an action.
     *
     * @param name the name of the action on the wire
     * @param obstacle what stands against it now, empty when nothing does
     * @return these actions and that one
     */
    public Actions and(String name, Optional<? extends ErrorCode> obstacle) {
        List<String> more = new ArrayList<>(allowed);
        List<BlockedAction> others = new ArrayList<>(blocked);
        obstacle.ifPresentOrElse(code -> others.add(new BlockedAction(name, code.title())), () -> more.add(name));
        return new Actions(more, others);
    }

    /**
     * What is left when something closes the resource to all writing.
     *
     * @param obstacle what does
     * @return the same actions, of which none is allowed
     */
    public Actions closedBy(ErrorCode obstacle) {
        List<BlockedAction> all = new ArrayList<>(blocked);
        allowed.forEach(name -> all.add(new BlockedAction(name, obstacle.title())));
        return new Actions(List.of(), all);
    }
}
