/**
 * What proves a claim: versions of observations, documents by reference and hash, notes. What is cited is followed: a claim is flagged
 * when an observation that it cites is revised or withdrawn. It owns the tables {@code evidence_citation} and {@code evidence_change},
 * and {@code observation_version}, a projection of {@code observation.recorded} and {@code observation.withdrawn}.
 */
package org.finplan.tasks.evidence;
