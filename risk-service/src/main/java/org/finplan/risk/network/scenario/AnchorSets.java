package org.finplan.risk.network.scenario;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which anchors the failure of each firm reaches: the sets that occur, each once, and which one each firm has. */
final class AnchorSets {

    private final List<boolean[]> sets = new ArrayList<>();
    private final int[] of;

    private AnchorSets(int firms) {
        this.of = new int[firms];
    }

    static AnchorSets of(CappedFirms capped, int firms) {
        AnchorSets all = new AnchorSets(firms);
        Map<BitSet, Integer> numbers = new HashMap<>();
        BitSet own = new BitSet();
        for (int firm = 0; firm < firms; firm++) {
            boolean[] reached = capped.reached(firm);
            own.clear();
            for (int anchor = 0; anchor < reached.length; anchor++) {
                own.set(anchor, reached[anchor]);
            }
            Integer known = numbers.get(own);
            if (known == null) {
                known = all.sets.size();
                numbers.put((BitSet) own.clone(), known);
                all.sets.add(reached);
            }
            all.of[firm] = known;
        }
        return all;
    }

    int count() {
        return sets.size();
    }

    /** {@return number of the set of a firm} */
    int number(int firm) {
        return of[firm];
    }

    /** {@return which anchors belong to a set, by their places} */
    boolean[] set(int number) {
        return sets.get(number);
    }
}
