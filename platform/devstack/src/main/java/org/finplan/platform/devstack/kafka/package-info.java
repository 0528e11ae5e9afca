/** One Kafka node (KRaft, broker and controller together) in a process of its own. */
package org.finplan.platform.devstack.kafka;
