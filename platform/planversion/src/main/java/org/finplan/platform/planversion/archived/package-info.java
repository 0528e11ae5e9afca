/**
 * Which plans are archived, as indicators-service tells: a program that takes writes of people about a plan refuses them from then
 * on. Judgements still follow: what is judged of such a plan is for indicators-service to say.
 */
package org.finplan.platform.planversion.archived;
