/** What a network looks like: circles, chains, core numbers, centralities, and the paths of one firm. Pure. */
package org.finplan.risk.network.structure;
