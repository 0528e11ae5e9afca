package org.finplan.risk.network.trigger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.platform.events.LocalizedText;

/**
 * Of all that was found in one chain, one alert carries the others: the firm at which most is at stake is the root, so that a chain in
 * trouble is one message and not as many as it has firms.
 *
 * @param triggers what was found, the roots with the firms that they carry in their reasons
 * @param roots of each that is carried its root
 */
record CarriedTriggers(List<ChainTrigger> triggers, Map<ChainTrigger, ChainTrigger> roots) {

    private static final int MOST_NAMED = 10;

    /**
     * Finds the roots.
     *
     * @param found what was found in a network
     * @return the same with its roots
     */
    static CarriedTriggers of(Collection<ChainTrigger> found) {
        Map<Integer, List<ChainTrigger>> byChain = new TreeMap<>();
        found.forEach(trigger -> byChain.computeIfAbsent(trigger.chain(), any -> new ArrayList<>())
                .add(trigger));
        List<ChainTrigger> triggers = new ArrayList<>();
        Map<ChainTrigger, ChainTrigger> roots = new LinkedHashMap<>();
        for (List<ChainTrigger> chain : byChain.values()) {
            chain.sort(ChainTrigger.ROOT_FIRST);
            List<ChainTrigger> carried = chain.subList(1, chain.size());
            ChainTrigger root = chain.get(0).withReason(reason(chain.get(0), carried));
            triggers.add(root);
            carried.forEach(trigger -> {
                triggers.add(trigger);
                roots.put(trigger, root);
            });
        }
        return new CarriedTriggers(List.copyOf(triggers), roots);
    }

    private static LocalizedText reason(ChainTrigger root, List<ChainTrigger> carried) {
        if (carried.isEmpty()) {
            return root.reason();
        }
        List<String> named = carried.stream()
                .limit(MOST_NAMED)
                .map(trigger -> trigger.name() + " " + trigger.rule().code())
                .toList();
        boolean more = carried.size() > MOST_NAMED;
        return new LocalizedText(
                root.reason().zh() + "本预警带出同一担保链的其他预警 " + carried.size() + " 条：" + String.join("、", named)
                        + (more ? "等" : "") + "。",
                root.reason().en() + " This alert carries " + carried.size() + " others of its chain: "
                        + String.join(", ", named) + (more ? " and more" : "") + ".");
    }
}
