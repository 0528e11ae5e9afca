/** One embedded stack: its data directory, its programs, their start, watch and stop. */
package org.finplan.platform.devstack.stack;
