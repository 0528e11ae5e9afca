package org.finplan.platform.events;

/**
 * The answer of the gateway to a published version of a plan package.
 *
 * @param plan plan code
 * @param version number of the version
 * @param fingerprint SHA-256 of the files that it has, hexadecimal
 * @param prepared whether it has prepared the version
 * @param reason why not, null when it has
 */
public record GatewayPlanAnswered(String plan, int version, String fingerprint, boolean prepared, LocalizedText reason)
        implements EventData, PlanAnswered {}
