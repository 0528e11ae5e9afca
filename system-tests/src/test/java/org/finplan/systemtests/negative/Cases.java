package org.finplan.systemtests.negative;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.finplan.systemtests.api.Operation;

/**
 * Makes the wrong requests of one run. The same operations and the same seed give the same requests in the same order, so
 * that a failing one can be made again. Each operation gets as many as any other: first every single mutation in a random
 * order, then pairs of them.
 */
final class Cases {

    private final long seed;
    private final Function<Operation, Map<String, String>> pathValues;
    private final Function<Operation, JsonNode> bodies;

    /**
     * A generator.
     *
     * @param seed of the random order
     * @param pathValues encoded values of the path parameters that lead to something that is there
     * @param bodies a good body, null for none
     */
    Cases(long seed, Function<Operation, Map<String, String>> pathValues, Function<Operation, JsonNode> bodies) {
        this.seed = seed;
        this.pathValues = pathValues;
        this.bodies = bodies;
    }

    /**
     * Makes requests.
     *
     * @param operations the operations to ask
     * @param caller who asks
     * @param count at least so many in all
     * @return the requests, operations mixed
     */
    List<Case> make(List<Operation> operations, String caller, int count) {
        int each = (count + operations.size() - 1) / operations.size();
        List<Case> cases = new ArrayList<>();
        for (Operation operation : operations) {
            // A seed of its own for each operation: one that is new leaves the requests of the others as they were.
            Random random = new Random(seed + operation.id().hashCode() * 31L + caller.hashCode());
            JsonNode body = bodies.apply(operation);
            Draft plain = Draft.plain(operation, pathValues.apply(operation), body);
            for (Mutation mutation : choose(mutations(operation, body), each, random)) {
                cases.add(new Case(
                        cases.size() + 1,
                        caller,
                        mutation.name(),
                        mutation.certain(),
                        mutation.change().apply(plain)));
            }
        }
        Collections.shuffle(cases, new Random(seed));
        return cases;
    }

    private static List<Mutation> mutations(Operation operation, JsonNode body) {
        List<Mutation> mutations = new ArrayList<>(ParameterMutations.of(operation));
        if (body != null) {
            mutations.addAll(BodyMutations.of(body, operation.bodyRequired()));
        }
        return mutations;
    }

    private static List<Mutation> choose(List<Mutation> all, int count, Random random) {
        List<Mutation> single = new ArrayList<>(all);
        Collections.shuffle(single, random);
        List<Mutation> chosen = new ArrayList<>(single.subList(0, Math.min(count, single.size())));
        while (chosen.size() < count) {
            Mutation first = all.get(random.nextInt(all.size()));
            Mutation second = all.get(random.nextInt(all.size()));
            chosen.add(first.and(second));
        }
        return chosen;
    }
}
