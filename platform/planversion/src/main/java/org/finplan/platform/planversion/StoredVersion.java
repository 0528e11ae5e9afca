package org.finplan.platform.planversion;

/**
 * A version of a plan package as a program has stored it, without its files.
 *
 * @param plan plan code
 * @param version number of the version, 1 for the first
 * @param fingerprint SHA-256 of its files, hexadecimal
 * @param state where it stands in this program
 * @param complete whether all its files are there
 * @param announced whether it was published to this program, and not found by itself at its start
 * @param answered whether this program has said that it is prepared, or not
 * @param told whether this program was told that every program is prepared
 * @param retiredNames whether it names what the version after it does not
 */
public record StoredVersion(
        String plan,
        int version,
        String fingerprint,
        PackageVersionState state,
        boolean complete,
        boolean announced,
        boolean answered,
        boolean told,
        boolean retiredNames) {

    /** {@return whether it is still to be dealt with} */
    public boolean open() {
        return state == PackageVersionState.PREPARING || (announced && !answered && complete);
    }

    /** {@return whether the names of the plan are read from it} */
    boolean named() {
        return state == PackageVersionState.IN_FORCE || (state == PackageVersionState.SUPERSEDED && retiredNames);
    }

    /** {@return the version without what does not matter to its names} */
    StoredVersion asNamed() {
        return new StoredVersion(plan, version, fingerprint, state, true, false, false, false, retiredNames);
    }
}
