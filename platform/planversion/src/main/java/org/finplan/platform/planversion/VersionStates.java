package org.finplan.platform.planversion;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.finplan.platform.planversion.PackageVersionState.Move;

/**
 * Where all versions of one plan stand in one program. Plain Java: whatever comes twice or too late changes nothing, so that
 * programs that were told the same end the same.
 *
 * @param byVersion the states by the numbers of the versions
 */
record VersionStates(Map<Integer, PackageVersionState> byVersion) {

    /** Takes the states as they are now. */
    VersionStates {
        byVersion = Map.copyOf(byVersion);
    }

    /**
     * The states when something happens to one version. One that comes in force takes the place of the one before; one that is
     * told so after a later one never was in force here.
     *
     * @param version number of a version that is known
     * @param move what happens to it
     * @return the states then
     */
    VersionStates after(int version, Move move) {
        SortedMap<Integer, PackageVersionState> next = new TreeMap<>(byVersion);
        boolean late = next.tailMap(version + 1).containsValue(PackageVersionState.IN_FORCE);
        boolean enforced = move(next, version, move == Move.ENFORCE && late ? Move.SUPERSEDE : move)
                && next.get(version) == PackageVersionState.IN_FORCE;
        if (enforced) {
            next.headMap(version).keySet().stream()
                    .filter(before -> next.get(before) == PackageVersionState.IN_FORCE)
                    .toList()
                    .forEach(before -> move(next, before, Move.SUPERSEDE));
        }
        return new VersionStates(next);
    }

    private static boolean move(Map<Integer, PackageVersionState> states, int version, Move move) {
        return states.get(version)
                .after(move)
                .map(state -> states.put(version, state))
                .isPresent();
    }
}
