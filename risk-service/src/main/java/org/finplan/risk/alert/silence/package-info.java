/**
 * Silences: for some time alerts that match are muted. They stay in every list, and only the messages about them are not sent.
 * {@code SilenceService} lets people make, approve and end them; {@code SilenceReminders} tells of them before they end and
 * before days off.
 */
package org.finplan.risk.alert.silence;
