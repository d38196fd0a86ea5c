"""What Redis carries out as a whole for processes that share it: who is connected, and who was first."""

MEET = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local own = 'folkmoot:here:' .. ARGV[1]
redis.call('DEL', own)
for at = 3, #ARGV, 2 do redis.call('HSET', own, ARGV[at], ARGV[at + 1]) end
redis.call('PEXPIRE', own, ARGV[2])
redis.call('ZADD', 'folkmoot:processes', now + ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', 'folkmoot:processes', '-inf', now)
local found = {}
for _, process in ipairs(redis.call('ZRANGE', 'folkmoot:processes', 0, -1)) do
  if process ~= ARGV[1] then
    for _, said in ipairs(redis.call('HGETALL', 'folkmoot:here:' .. process)) do found[#found + 1] = said end
  end
end
return found
"""
"""Say who is connected here, and hear it of the others. Arguments: process, milliseconds until it counts
as gone, then workshops and what is said of each. Answers: workshops and what the others say, in turn."""

CLAIM = """
redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2])
return redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] and 1 or 0
"""
"""Whether this is the first to claim something in a workshop, or the same again."""
