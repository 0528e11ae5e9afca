package org.finplan.platform.web.audit;

/**
 * The record of who wrote what. Records of a service form a hash chain, so that a record that was changed, removed or
 * slipped in later is found.
 */
public interface AuditTrail {

    /**
     * Records one act of the caller. Joins the caller's transaction and fails without one, so that no act is stored
     * without its record and no record without its act.
     *
     * @param action what was done, {@code <concept>.<verb>} such as {@code observation.record}
     * @param resource the resource it was done to, as a path below the gateway
     * @param region code of the region concerned; null for the city of the caller, where it belongs to one alone
     * @param detail a short account for a reader, never a secret, or null
     */
    void record(String action, String resource, String region, String detail);
}
